//! The shapes of what is shown, exactly as the dashboard's API sends them.

use std::collections::BTreeMap;

use game::{AccountName, CharacterName};
use jiff::Timestamp;
use journal::RunStatus;
use serde::Serialize;
use store::LogOutcome;
use utoipa::ToSchema;
use uuid::Uuid;

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
    /// Its newest log lines, newest first.
    pub last_actions: Vec<LogLine>,
    /// How often its actor was restarted since the program started.
    pub restarts: u64,
    /// What needs a person's attention.
    #[schema(required)]
    pub problem: Option<String>,
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
    /// Waits for something else: a time its plan names, or the game to answer again.
    Waiting,
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

/// What a character was told to do, and how that goes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AutomationView {
    /// The run's id.
    pub run_id: Uuid,
    /// Name of the strategy.
    pub strategy: String,
    /// Its configuration, defaults included.
    #[schema(value_type = Object)]
    pub config: serde_json::Value,
    /// Where it stands.
    pub status: AutomationStatus,
    /// Why it is in that status.
    pub reason: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// What it remembers: loops done, things gained.
    #[schema(value_type = Object)]
    pub memory: serde_json::Value,
}

/// Where an automation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutomationStatus {
    /// At work.
    Running,
    /// Held by a person.
    Paused,
    /// Ended by a person.
    Stopped,
    /// Reached what it was for.
    Done,
    /// Cannot go on until something changes.
    Blocked,
    /// Ended by an error.
    Failed,
}

impl From<RunStatus> for AutomationStatus {
    fn from(status: RunStatus) -> Self {
        match status {
            RunStatus::Running => Self::Running,
            RunStatus::Paused => Self::Paused,
            RunStatus::Stopped => Self::Stopped,
            RunStatus::Done => Self::Done,
            RunStatus::Blocked => Self::Blocked,
            RunStatus::Failed => Self::Failed,
        }
    }
}

impl From<&journal::Run> for AutomationView {
    fn from(run: &journal::Run) -> Self {
        Self {
            run_id: run.id,
            strategy: run.strategy.clone(),
            config: run.config.clone(),
            status: run.status.into(),
            reason: run.reason.clone(),
            started_at: run.started_at,
            memory: run.memory.clone(),
        }
    }
}

/// One action and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LogLine {
    /// The intent's id.
    pub id: Uuid,
    /// When the outcome was known.
    pub at: Timestamp,
    /// Who owns the character.
    #[schema(value_type = String)]
    pub account: AccountName,
    /// Who acted.
    #[schema(value_type = String)]
    pub character: CharacterName,
    /// The action in words.
    pub action: String,
    /// How it ended.
    pub outcome: ActionOutcome,
    /// What came of it in words: "+5 xp, 1 × copper_ore".
    pub summary: String,
    /// Why it was done.
    pub why: String,
    /// The game's code when it refused.
    #[schema(required)]
    pub refusal_code: Option<u16>,
    /// Whether the outcome was found out by evidence after a lost reply.
    pub resolved: bool,
    /// Seconds of cooldown it cost.
    #[schema(required)]
    pub cooldown_seconds: Option<u32>,
}

/// How an action ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionOutcome {
    /// The game carried it out.
    Applied,
    /// The game said no.
    Refused,
    /// It never arrived.
    NotSent,
    /// Nobody can tell; left to a person.
    Parked,
}

impl From<LogOutcome> for ActionOutcome {
    fn from(outcome: LogOutcome) -> Self {
        match outcome {
            LogOutcome::Applied => Self::Applied,
            LogOutcome::Refused => Self::Refused,
            LogOutcome::NotSent => Self::NotSent,
            LogOutcome::Parked => Self::Parked,
        }
    }
}

/// Whether something outside the program answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It has not answered yet.
    Starting,
    /// It answers.
    Ok,
    /// It does not answer.
    Away,
}

/// How the parts outside the actors are.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Health {
    /// The rate budget, by bucket and window.
    pub rates: Vec<RateView>,
    /// PostgreSQL.
    pub database: DatabaseView,
    /// The game's API.
    pub game: ReachView,
}

/// One window of the rate budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RateView {
    /// `action`, `data`, `account` …
    pub bucket: String,
    /// `second`, `minute`, `hour` or `day`.
    pub window: String,
    /// Requests allowed in the window.
    pub limit: u32,
    /// Requests still free.
    pub remaining: u32,
}

/// How PostgreSQL is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DatabaseView {
    /// Whether it answers.
    pub state: Reach,
    /// Entries that wait in the journal.
    pub backlog: u64,
    /// Why it is away.
    #[schema(required)]
    pub message: Option<String>,
}

/// How the game's API can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReachView {
    /// Whether it answers.
    pub state: Reach,
    /// Why it is away.
    #[schema(required)]
    pub message: Option<String>,
}

impl DatabaseView {
    /// Before the first word from PostgreSQL.
    #[must_use]
    pub fn starting() -> Self {
        Self { state: Reach::Starting, backlog: 0, message: None }
    }
}

impl ReachView {
    /// Before the first reply of the game.
    #[must_use]
    pub fn starting() -> Self {
        Self { state: Reach::Starting, message: None }
    }

    /// The game answers.
    #[must_use]
    pub fn ok() -> Self {
        Self { state: Reach::Ok, message: None }
    }

    /// The game does not answer.
    #[must_use]
    pub fn away(message: String) -> Self {
        Self { state: Reach::Away, message: Some(message) }
    }
}
