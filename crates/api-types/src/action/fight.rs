//! Fight, alone or in a group (RULES §7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::open_enum::open_enum;
use crate::{Character, Cooldown, SimpleItem};

/// Body of `fight`; empty for a fight alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FightRequestSchema)]
pub struct FightRequest {
    /// Names of further own characters on the same tile; only against bosses.
    #[serde(default)]
    #[schema(max_items = 2)]
    pub participants: Vec<String>,
}

/// Reply to `fight`. Every participant has the cooldown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterFightDataSchema)]
pub struct FightData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// How it went.
    pub fight: Fight,
    /// All participants afterwards.
    pub characters: Vec<Character>,
}

/// How a fight went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterFightSchema)]
pub struct Fight {
    /// Who won.
    pub result: FightResult,
    /// Turns of all fighters together, at most 100.
    pub turns: u32,
    /// Code of the monster.
    pub opponent: String,
    /// The fight in sentences for people; their wording is not fixed.
    pub logs: Vec<String>,
    /// What each character got out of it.
    pub characters: Vec<CharacterFightResult>,
}

/// What one character got out of a fight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterMultiFightResultSchema)]
pub struct CharacterFightResult {
    /// The character's name.
    pub character_name: String,
    /// Combat XP gained.
    pub xp: i64,
    /// Gold gained.
    pub gold: i64,
    /// Items gained.
    pub drops: Vec<SimpleItem>,
    /// Hit points at the end of the fight.
    pub final_hp: i64,
}

open_enum! {
    /// Who won a fight.
    FightResult {
        /// The characters.
        Win = "win",
        /// The monster, or nobody within 100 turns.
        Loss = "loss",
    }
}
