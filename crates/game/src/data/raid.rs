//! Raids: bosses that the whole server fights together at fixed hours (RULES §12). What has become of each is not here:
//! that changes while the game is played.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{null::null_as_default, schedule::RaidSchedule};
use crate::{
    ids::{ItemCode, MonsterCode, RaidCode},
    inventory::SimpleItem,
};

/// A raid of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raid {
    /// Unique code, which is the code of the content on its tiles.
    pub code: RaidCode,
    /// Name for people.
    pub name: String,
    /// What it is about, for people.
    #[serde(default)]
    pub description: Option<String>,
    /// The monster that is fought; its hit points are those that all fighters share.
    pub monster: MonsterCode,
    /// When it opens.
    pub schedule: RaidSchedule,
    /// What it gives when it ends.
    #[serde(default, deserialize_with = "null_as_default")]
    pub rewards: RaidRewards,
}

/// All that a raid gives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaidRewards {
    /// For the damage done.
    #[serde(default, deserialize_with = "null_as_default")]
    pub damage_rewards: Vec<DamageReward>,
    /// For the rank reached.
    #[serde(default, deserialize_with = "null_as_default")]
    pub leaderboard: Vec<RankReward>,
}

/// Items for every so much damage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DamageReward {
    /// Damage that earns the items once.
    pub damage_per_reward: i64,
    /// How often they can be earned in one raid; `None` for no cap.
    #[serde(default)]
    pub max_rewards: Option<u32>,
    /// The items.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
}

/// Items for a range of ranks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankReward {
    /// First rank of the range, from 1.
    pub min_rank: u32,
    /// Last rank of the range.
    pub max_rank: u32,
    /// The items.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
}

impl RaidRewards {
    /// Every line of items that it can give.
    pub fn items(&self) -> impl Iterator<Item = &SimpleItem> {
        let damage = self.damage_rewards.iter().flat_map(|reward| &reward.items);
        damage.chain(self.leaderboard.iter().flat_map(|reward| &reward.items))
    }

    /// What an account gets that did so much damage and came out at this rank: one line per item, by code.
    #[must_use]
    pub fn earned(&self, damage: i64, rank: u32) -> Vec<SimpleItem> {
        let damaged = self.damage_rewards.iter().map(|reward| {
            let times = damage / reward.damage_per_reward.max(1);
            let times = u32::try_from(times.max(0)).unwrap_or(u32::MAX);
            (&reward.items, times.min(reward.max_rewards.unwrap_or(u32::MAX)))
        });
        let ranked = self
            .leaderboard
            .iter()
            .map(|reward| (&reward.items, u32::from((reward.min_rank..=reward.max_rank).contains(&rank))));
        let mut earned: BTreeMap<&ItemCode, u32> = BTreeMap::new();
        for (items, times) in damaged.chain(ranked).filter(|(_, times)| *times > 0) {
            for item in items {
                let sum = earned.entry(&item.code).or_default();
                *sum = sum.saturating_add(item.quantity.saturating_mul(times));
            }
        }
        earned.into_iter().map(|(code, quantity)| SimpleItem::new(code.clone(), quantity)).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(damage: i64, rank: u32, expected: &[(&str, u32)]) {
        let item = |code: &str, quantity: u32| json!({"code": code, "quantity": quantity});
        let rewards: RaidRewards = serde_json::from_value(json!({
            "damage_rewards": [
                {"damage_per_reward": 20_000, "max_rewards": 25, "items": [item("coin", 1)]},
                {"damage_per_reward": 50_000, "items": [item("ticket", 2)]},
            ],
            "leaderboard": [
                {"min_rank": 1, "max_rank": 1, "items": [item("coin", 3)]},
                {"min_rank": 2, "max_rank": 3, "items": [item("crown", 1)]},
            ],
        }))
        .unwrap();
        let earned = rewards.earned(damage, rank);
        let earned: Vec<_> = earned.iter().map(|item| (item.code.as_str(), item.quantity)).collect();
        assert_eq!(earned, expected, "{damage} damage, rank {rank}");
    }

    #[test]
    fn damage_pays_by_whole_shares_up_to_the_cap_and_ranks_pay_beside_it() {
        check(19_999, 4, &[]);
        check(20_000, 4, &[("coin", 1)]);
        check(59_999, 4, &[("coin", 2), ("ticket", 2)]);
        check(1_000_000, 4, &[("coin", 25), ("ticket", 40)]);
        check(20_000, 1, &[("coin", 4)]);
        check(0, 3, &[("crown", 1)]);
    }

    #[test]
    fn what_the_game_leaves_out_or_sends_as_null_is_nothing() {
        let raid: Raid = serde_json::from_value(json!({
            "code": "siege", "name": "Siege", "description": null, "monster": "troll", "rewards": null,
            "schedule": {"weekdays": ["monday"]}, "status": "upcoming", "next_start_at": "2026-08-03T21:00:00Z",
        }))
        .unwrap();
        assert_eq!(raid.rewards, RaidRewards::default());
        assert_eq!(raid.schedule.duration_hours, 24);
    }
}
