//! Season rewards: what an account earns with achievement points (RULES §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::open_enum::open_enum;

/// One reward. `GET /`, `GET /season_rewards` and the realtime `season_reward_unlocked` send the same shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SeasonRewardSchema)]
pub struct SeasonReward {
    /// Code of the badge, skin or item.
    pub code: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: RewardType,
    /// How it is earned, for people.
    pub description: String,
    /// Achievement points that it takes.
    pub required_points: u32,
    /// How much: pieces of an item, or gold.
    #[serde(default = "one")]
    pub quantity: i64,
    /// Whether only members get it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub member_required: bool,
    /// Whether only the first player to get there gets it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub first_only: bool,
}

fn one() -> i64 {
    1
}

open_enum! {
    /// What a season reward is.
    RewardType {
        Badge = "badge",
        Skin = "skin",
        Gold = "gold",
        Item = "item",
    }
}
