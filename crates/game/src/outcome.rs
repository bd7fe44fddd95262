//! What the game answers to an action that it carried out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    character::{Character, Slot},
    ids::{CharacterName, ItemCode, MapId},
    inventory::SimpleItem,
};

/// The reply to an action: what came of it, and the character afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How long the character must wait.
    pub cooldown: Cooldown,
    /// The character afterwards.
    pub character: Character,
    /// What came of it.
    pub detail: Detail,
}

/// A wait that the game imposes (RULES §4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cooldown {
    /// Seconds in all.
    pub total_seconds: u32,
    /// Seconds left when the reply was written.
    pub remaining_seconds: u32,
    /// When the action was carried out, by the server's clock.
    pub started_at: Timestamp,
    /// When it ends, by the server's clock.
    pub expiration: Timestamp,
    /// The action it follows, as the API spells it.
    pub reason: String,
}

/// What came of an action, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Detail {
    /// Walked.
    Moved {
        /// The tile reached.
        map_id: MapId,
        /// Every tile walked over, the start included (RULES §5).
        path: Vec<(i32, i32)>,
    },
    /// Went through a transition.
    Transitioned {
        /// The tile reached.
        map_id: MapId,
    },
    /// Fought.
    Fought(FightReport),
    /// Gathered.
    Gathered(Yield),
    /// Crafted.
    Crafted(Yield),
    /// Rested.
    Rested {
        /// Hit points gained.
        hp_restored: i64,
    },
    /// Put on.
    Equipped {
        /// Slot and item of each.
        items: Vec<(Slot, ItemCode)>,
    },
    /// Taken off.
    Unequipped {
        /// Slot and item of each.
        items: Vec<(Slot, ItemCode)>,
    },
    /// Used a consumable.
    Used {
        /// Which one.
        code: ItemCode,
    },
    /// Moved items between inventory and bank.
    BankItems {
        /// What was moved.
        items: Vec<SimpleItem>,
        /// Everything in the bank afterwards (RULES §9).
        bank: Vec<SimpleItem>,
    },
    /// Moved gold between purse and bank.
    BankGold {
        /// Gold in the bank afterwards.
        bank_gold: i64,
    },
}

/// Xp and items of a gather or a craft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yield {
    /// Xp of the skill.
    pub xp: i64,
    /// Items gained.
    pub items: Vec<SimpleItem>,
}

/// How a fight went (RULES §7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FightReport {
    /// Whether it was won.
    pub win: bool,
    /// Turns of all fighters together.
    pub turns: u32,
    /// The monster's code.
    pub opponent: String,
    /// The fight line by line; not to be parsed.
    pub logs: Vec<String>,
    /// What each participant got.
    pub characters: Vec<FightShare>,
}

/// What one participant got out of a fight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FightShare {
    /// Who.
    pub character_name: CharacterName,
    /// Combat xp.
    pub xp: i64,
    /// Gold.
    pub gold: i64,
    /// Items.
    pub drops: Vec<SimpleItem>,
    /// Hit points at the end of the fight.
    pub final_hp: i64,
}
