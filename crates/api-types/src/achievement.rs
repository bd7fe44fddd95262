//! An account's progress on the achievements (RULES §11). The achievements without progress are static data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::open_enum::open_enum;
use crate::{SimpleItem, Timestamp};

/// An entry of `GET /accounts/{account}/achievements`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AccountAchievementSchema)]
pub struct AccountAchievement {
    /// Name for people.
    pub name: String,
    /// The achievement's code.
    pub code: String,
    /// What to do, for people.
    pub description: String,
    /// Achievement points that it gives.
    pub points: u32,
    /// What has to be done, all of it, and how far each is.
    pub objectives: Vec<AccountAchievementObjective>,
    /// What it gives besides points.
    pub rewards: AchievementRewards,
    /// When it was reached.
    pub completed_at: Option<Timestamp>,
}

/// One objective with the account's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AccountAchievementObjectiveSchema)]
pub struct AccountAchievementObjective {
    /// What kind of thing has to be done.
    #[serde(rename = "type")]
    pub kind: AchievementType,
    /// Code of the item or monster it is about; `None` when anything counts.
    pub target: Option<String>,
    /// How much is done.
    #[serde(default, deserialize_with = "null_as_default")]
    pub progress: i64,
    /// How much is asked for.
    pub total: i64,
}

/// What an achievement gives besides points; it arrives as a pending item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AchievementRewardsSchema)]
pub struct AchievementRewards {
    /// Gold.
    #[serde(default, deserialize_with = "null_as_default")]
    pub gold: i64,
    /// Items; the game sends `null` for none.
    pub items: Option<Vec<SimpleItem>>,
}

open_enum! {
    /// What an objective counts.
    AchievementType {
        CombatKill = "combat_kill",
        CombatDrop = "combat_drop",
        CombatLevel = "combat_level",
        Gathering = "gathering",
        Crafting = "crafting",
        Recycling = "recycling",
        Task = "task",
        Other = "other",
        Use = "use",
        NpcBuy = "npc_buy",
        NpcSell = "npc_sell",
    }
}
