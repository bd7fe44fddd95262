//! A character as the game knows it: its sheet, its equipment, what it carries and where it stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    data::{GameMap, ItemType, Position},
    ids::{AccountName, CharacterName, ItemCode, MapId},
    inventory::Inventory,
    skill::{Progress, Skill},
    stats::Stats,
    xp,
};

/// The full state of a character, as every reply to an action carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Character {
    /// Unique on the server.
    pub name: CharacterName,
    /// Who owns it.
    pub account: AccountName,
    /// How it looks.
    pub skin: String,
    /// Combat level and xp.
    pub combat: Progress,
    /// Level and xp of every skill.
    pub skills: BTreeMap<Skill, Progress>,
    /// Gold in the purse.
    pub gold: i64,
    /// Hit points now.
    pub hp: i64,
    /// Hit points at most.
    pub max_hp: i64,
    /// Everything that adds up from level and equipment.
    pub stats: Stats,
    /// Where it stands.
    pub position: Position,
    /// The tile it stands on.
    pub map_id: MapId,
    /// Seconds the last cooldown took in all.
    pub cooldown: u32,
    /// When it may act again, by the server's clock. Compare it only with the server's own times: waiting is computed
    /// from a reply's remaining seconds.
    pub cooldown_expiration: Timestamp,
    /// What it wears; empty slots are absent.
    pub equipment: BTreeMap<Slot, Equipped>,
    /// The task it has accepted.
    pub task: Option<Task>,
    /// What it carries.
    pub inventory: Inventory,
}

/// Most hit points at a combat level, without equipment (RULES §6).
#[must_use]
pub fn base_max_hp(level: u32) -> i64 {
    115 + 5 * i64::from(level)
}

/// Most items carried at a combat level, without a bag (RULES §6).
#[must_use]
pub fn base_inventory_max_items(level: u32) -> u32 {
    98 + 2 * level
}

impl Character {
    /// A new character at a tile, with nothing but its skin (RULES §2).
    #[must_use]
    pub fn new(
        name: CharacterName,
        account: AccountName,
        skin: String,
        tile: &GameMap,
        now: Timestamp,
    ) -> Self {
        Self {
            name,
            account,
            skin,
            combat: xp::at_level(1),
            skills: Skill::ALL.map(|skill| (skill, xp::at_level(1))).into(),
            gold: 0,
            hp: base_max_hp(1),
            max_hp: base_max_hp(1),
            stats: Stats::BASE,
            position: tile.position(),
            map_id: tile.map_id,
            cooldown: 0,
            cooldown_expiration: now,
            equipment: BTreeMap::new(),
            task: None,
            inventory: Inventory::empty(base_inventory_max_items(1)),
        }
    }

    /// Puts it on a tile.
    pub fn stand_on(&mut self, tile: &GameMap) {
        self.position = tile.position();
        self.map_id = tile.map_id;
    }

    /// The level of a skill.
    #[must_use]
    pub fn skill_level(&self, skill: Skill) -> u32 {
        self.skills.get(&skill).map_or(1, |progress| progress.level)
    }

    /// The item worn in a slot.
    #[must_use]
    pub fn worn(&self, slot: Slot) -> Option<&ItemCode> {
        self.equipment.get(&slot).map(|equipped| &equipped.code)
    }

    /// Hit points short of the most.
    #[must_use]
    pub fn missing_hp(&self) -> i64 {
        (self.max_hp - self.hp).max(0)
    }
}

/// An item in a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equipped {
    /// Which item.
    pub code: ItemCode,
    /// How many: 1, or up to 100 in a utility slot (RULES §8).
    pub quantity: u32,
}

/// A task in progress (RULES §11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// A monster's or an item's code.
    pub code: String,
    /// `monsters` or `items`.
    pub kind: String,
    /// Done so far.
    pub progress: u32,
    /// To be done.
    pub total: u32,
}

macro_rules! slots {
    ($($name:ident, $text:literal, $kind:ident;)*) => {
        /// One of the sixteen places where an item can be worn (RULES §8).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Slot {
            $(#[doc = concat!("`", $text, "`")] $name,)*
        }

        impl Slot {
            /// Every slot, in the API's order.
            pub const ALL: [Self; 16] = [$(Self::$name),*];

            /// The slot as the API spells it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The type of item it takes.
            #[must_use]
            pub fn item_type(self) -> ItemType {
                match self {
                    $(Self::$name => ItemType::$kind,)*
                }
            }
        }
    };
}

slots! {
    Weapon, "weapon", Weapon;
    Shield, "shield", Shield;
    Helmet, "helmet", Helmet;
    BodyArmor, "body_armor", BodyArmor;
    LegArmor, "leg_armor", LegArmor;
    Boots, "boots", Boots;
    Ring1, "ring1", Ring;
    Ring2, "ring2", Ring;
    Amulet, "amulet", Amulet;
    Artifact1, "artifact1", Artifact;
    Artifact2, "artifact2", Artifact;
    Artifact3, "artifact3", Artifact;
    Utility1, "utility1", Utility;
    Utility2, "utility2", Utility;
    Bag, "bag", Bag;
    Rune, "rune", Rune;
}
