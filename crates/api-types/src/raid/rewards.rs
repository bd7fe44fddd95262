//! What a raid gives when it ends, as pending items.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::SimpleItem;
use crate::null::null_as_default;

/// All rewards of a raid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidRewardsSchema)]
pub struct RaidRewards {
    /// For the damage done.
    #[serde(default, deserialize_with = "null_as_default")]
    pub damage_rewards: Vec<RaidDamageReward>,
    /// For the rank reached.
    #[serde(default, deserialize_with = "null_as_default")]
    pub leaderboard: Vec<RaidRankReward>,
}

/// Items for every so much damage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidDamageRewardSchema)]
pub struct RaidDamageReward {
    /// Damage that earns the items once.
    pub damage_per_reward: i64,
    /// How often they can be earned in one instance; `None` for no cap.
    pub max_rewards: Option<u32>,
    /// The items.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
}

/// Items for a range of ranks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidRankRewardSchema)]
pub struct RaidRankReward {
    /// First rank of the range.
    pub min_rank: u32,
    /// Last rank of the range.
    pub max_rank: u32,
    /// The items.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
}
