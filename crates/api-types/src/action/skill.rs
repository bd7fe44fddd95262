//! Gathering, crafting and recycling (RULES §4, §6).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::{Character, Cooldown, SimpleItem};

/// Body of `crafting`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CraftingSchema)]
pub struct CraftingRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// Number of crafts.
    #[serde(default = "one")]
    #[schema(minimum = 1, default = 1)]
    pub quantity: u32,
}

/// Body of `recycling`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RecyclingSchema)]
pub struct RecyclingRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// Pieces to take apart.
    #[serde(default = "one")]
    #[schema(minimum = 1, default = 1)]
    pub quantity: u32,
    /// Whether to pay gold to get more back.
    #[serde(default)]
    pub enhanced: bool,
}

fn one() -> u32 {
    1
}

/// Reply to `gathering` and `crafting`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SkillDataSchema)]
pub struct SkillData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What it gave.
    pub details: SkillInfo,
    /// The character afterwards.
    pub character: Character,
}

/// What gathering or crafting gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SkillInfoSchema)]
pub struct SkillInfo {
    /// XP gained in the skill.
    pub xp: i64,
    /// Items gained.
    pub items: Vec<SimpleItem>,
}

/// Reply to `recycling`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RecyclingDataSchema)]
pub struct RecyclingData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What it gave.
    pub details: RecyclingItems,
    /// The character afterwards.
    pub character: Character,
}

/// What recycling gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RecyclingItemsSchema)]
pub struct RecyclingItems {
    /// Items gained.
    pub items: Vec<SimpleItem>,
    /// Whether gold was paid to get more back.
    #[serde(default, deserialize_with = "null_as_default")]
    pub enhanced: bool,
    /// Gold paid.
    #[serde(default, deserialize_with = "null_as_default")]
    pub gold: i64,
}
