//! A character as the dashboard shows it.

use std::collections::BTreeMap;

use game::{AccountName, CharacterName, data::GameMap};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::{AutomationView, LogLine, ManualView};

/// A character: its sheet, what it is doing and why.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CharacterView {
    /// Unique on the game server.
    #[schema(value_type = String)]
    pub name: CharacterName,
    /// Who owns it.
    #[schema(value_type = String)]
    pub account: AccountName,
    /// How it looks.
    pub skin: String,
    /// Grows with every change; a newer view replaces an older one.
    pub version: u64,
    /// Combat level.
    pub level: u32,
    /// Xp within the level.
    pub xp: i64,
    /// Xp needed to leave the level.
    pub max_xp: i64,
    /// Gold in the purse.
    pub gold: i64,
    /// Hit points now.
    pub hp: i64,
    /// Hit points at most.
    pub max_hp: i64,
    /// Where it stands.
    pub position: PositionView,
    /// Level and xp of every skill.
    pub skills: BTreeMap<String, ProgressView>,
    /// What it carries.
    pub inventory: InventoryView,
    /// What it wears, by slot.
    pub equipment: BTreeMap<String, EquippedView>,
    /// The task it has accepted.
    #[schema(required)]
    pub task: Option<TaskView>,
    /// What its actor is at.
    pub state: CharacterState,
    /// Milliseconds since it is in that state.
    pub since_ms: u64,
    /// The cooldown that runs.
    #[schema(required)]
    pub cooldown: Option<CooldownView>,
    /// What it does, in words.
    pub doing: String,
    /// Why it does that.
    pub why: String,
    /// What it was told to do.
    #[schema(required)]
    pub automation: Option<AutomationView>,
    /// Set while a person plays it by hand.
    #[schema(required)]
    pub manual: Option<ManualView>,
    /// Its newest log lines, newest first.
    pub last_actions: Vec<LogLine>,
    /// How often its actor was restarted since the program started.
    pub restarts: u64,
    /// What needs a person's attention.
    #[schema(required)]
    pub problem: Option<String>,
    /// Set until the game was read: the sheet is what an earlier run of the program saw then.
    #[schema(required)]
    pub as_of: Option<Timestamp>,
}

/// What a character's actor is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CharacterState {
    /// Reads its state from the game.
    Starting,
    /// Sent an action and waits for the reply.
    Acting,
    /// Waits for the game's cooldown to end.
    Cooldown,
    /// Waits for something else: a time its plan names, or somebody who mends what blocks it.
    Waiting,
    /// Waits for the game, which does not answer: whatever is under way goes on when it is back.
    GameAway,
    /// Has nothing to do.
    Idle,
    /// Finds out whether an action whose reply was lost took place.
    Resolving,
    /// Stopped by an action whose effect could not be found out; a person must look.
    Parked,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PositionView {
    /// `overworld`, `underground` or `interior`.
    pub layer: String,
    /// West to east.
    pub x: i32,
    /// North to south.
    pub y: i32,
    /// The tile's name.
    pub map_name: String,
}

impl From<&GameMap> for PositionView {
    fn from(tile: &GameMap) -> Self {
        Self { layer: tile.layer.as_str().to_owned(), x: tile.x, y: tile.y, map_name: tile.name.clone() }
    }
}

/// Level and xp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProgressView {
    /// 1 to 50.
    pub level: u32,
    /// Xp within the level.
    pub xp: i64,
    /// Xp needed to leave the level.
    pub max_xp: i64,
}

/// What a character carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct InventoryView {
    /// The stacks.
    pub items: Vec<StackView>,
    /// Items in all.
    pub total: u32,
    /// Most items that may be carried.
    pub max_items: u32,
    /// Stacks in use.
    pub slots_used: u32,
    /// Stacks there are.
    pub slots: u32,
}

/// Some of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StackView {
    /// The item's code.
    pub code: String,
    /// How many.
    pub quantity: u32,
}

/// An item in a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EquippedView {
    /// The item's code.
    pub code: String,
    /// How many.
    pub quantity: u32,
}

/// A task in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TaskView {
    /// A monster's or an item's code.
    pub code: String,
    /// `monsters` or `items`.
    pub kind: String,
    /// Done so far.
    pub progress: u32,
    /// To be done.
    pub total: u32,
}

/// A cooldown that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CooldownView {
    /// Milliseconds in all.
    pub total_ms: u64,
    /// Milliseconds left when this was sent.
    pub remaining_ms: u64,
    /// The action it follows.
    pub reason: String,
}
