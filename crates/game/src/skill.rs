//! The eight skills (RULES §6): four of them gather, seven of them craft.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::openapi::{RefOr, Schema};

use crate::words::{self, words};

/// A skill, in the API's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skill {
    /// Gathers ore and smelts bars.
    Mining,
    /// Gathers wood and saws planks.
    Woodcutting,
    /// Gathers fish.
    Fishing,
    /// Crafts weapons and tools.
    Weaponcrafting,
    /// Crafts armour, shields and bags.
    Gearcrafting,
    /// Crafts rings and amulets.
    Jewelrycrafting,
    /// Crafts food.
    Cooking,
    /// Gathers plants and brews potions.
    Alchemy,
}

words! {
    Skill as "Skill":
        "weaponcrafting", "gearcrafting", "jewelrycrafting", "cooking", "woodcutting", "mining", "alchemy", "fishing"
}

impl Skill {
    /// Every skill, in the API's order.
    pub const ALL: [Self; 8] = [
        Self::Mining,
        Self::Woodcutting,
        Self::Fishing,
        Self::Weaponcrafting,
        Self::Gearcrafting,
        Self::Jewelrycrafting,
        Self::Cooking,
        Self::Alchemy,
    ];

    /// The words of those that gather, in the order of the API's description.
    pub const GATHERING: &'static [&'static str] = &["mining", "woodcutting", "fishing", "alchemy"];

    /// The words of those that craft, in the order of the API's description.
    pub const CRAFTING: &'static [&'static str] =
        &["weaponcrafting", "gearcrafting", "jewelrycrafting", "cooking", "woodcutting", "mining", "alchemy"];

    pub(crate) fn gathering_schema() -> RefOr<Schema> {
        words::schema(Self::GATHERING)
    }

    pub(crate) fn crafting_schema() -> RefOr<Schema> {
        words::schema(Self::CRAFTING)
    }

    /// The skill as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mining => "mining",
            Self::Woodcutting => "woodcutting",
            Self::Fishing => "fishing",
            Self::Weaponcrafting => "weaponcrafting",
            Self::Gearcrafting => "gearcrafting",
            Self::Jewelrycrafting => "jewelrycrafting",
            Self::Cooking => "cooking",
            Self::Alchemy => "alchemy",
        }
    }
}

impl fmt::Display for Skill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no skill.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a skill; the skills are {list}", list = Skill::ALL.map(Skill::as_str).join(", "))]
pub struct UnknownSkill(pub String);

impl FromStr for Skill {
    type Err = UnknownSkill;
    fn from_str(text: &str) -> Result<Self, UnknownSkill> {
        Self::ALL
            .into_iter()
            .find(|skill| skill.as_str() == text)
            .ok_or_else(|| UnknownSkill(text.to_owned()))
    }
}

/// How far a skill, or the character itself, has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// 1 to 50.
    pub level: u32,
    /// Gained within this level.
    pub xp: i64,
    /// Needed to leave this level (RULES §6).
    pub max_xp: i64,
}
