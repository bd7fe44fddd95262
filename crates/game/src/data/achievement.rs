//! Achievements: what a whole account has to do, and what it gets (RULES §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ids::AchievementCode, inventory::SimpleItem, words::words};

/// An achievement of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AchievementSchema)]
pub struct Achievement {
    /// Name for people.
    pub name: String,
    /// Unique code.
    pub code: AchievementCode,
    /// What to do, for people.
    pub description: String,
    /// Achievement points that it gives.
    pub points: u32,
    /// What has to be done, all of it.
    pub objectives: Vec<Objective>,
    /// What it gives besides points.
    pub rewards: AchievementRewards,
}

/// One thing that has to be done for an achievement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AchievementObjectiveSchema)]
pub struct Objective {
    /// What counts.
    #[serde(rename = "type")]
    pub kind: AchievementType,
    /// Code of the item or monster that counts; `None` when any does.
    pub target: Option<String>,
    /// How much is asked for.
    pub total: u32,
}

/// What an achievement gives besides points; it arrives as a pending item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AchievementRewardsSchema)]
pub struct AchievementRewards {
    /// Gold.
    #[serde(default)]
    pub gold: i64,
    /// Items; the game sends `null` for none.
    pub items: Option<Vec<SimpleItem>>,
}

/// What an objective counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AchievementType {
    /// Won fights.
    CombatKill,
    /// Items that monsters dropped.
    CombatDrop,
    /// The highest combat level of any character.
    CombatLevel,
    /// Items gathered.
    Gathering,
    /// Items crafted.
    Crafting,
    /// Items recycled.
    Recycling,
    /// Tasks completed.
    Task,
    /// Items used.
    Use,
    /// Items bought from NPCs.
    NpcBuy,
    /// Items sold to NPCs.
    NpcSell,
    /// Something that no action counts for.
    Other,
    /// A word this program does not know.
    #[serde(untagged)]
    Unknown(String),
}

words! {
    AchievementType as "AchievementType":
        "combat_kill", "combat_drop", "combat_level", "gathering", "crafting", "recycling", "task", "other", "use", "npc_buy", "npc_sell"
}
