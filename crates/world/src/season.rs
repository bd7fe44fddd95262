//! Season rewards: what achievement points bring to an account (RULES §11).

use std::collections::BTreeSet;

use game::{AccountName, PendingItem, SimpleItem, pending::PendingSource};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Account, ids::Ids};

/// A reward for achievement points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeasonReward {
    /// Code of the badge, skin or item.
    pub code: String,
    /// What it is.
    pub kind: RewardKind,
    /// How it is earned, for people.
    pub description: String,
    /// Achievement points that it takes.
    pub required_points: u32,
    /// Pieces of an item, or gold.
    pub quantity: u32,
    /// Whether only members get it.
    pub member_required: bool,
    /// Whether only the first account to get there gets it.
    pub first_only: bool,
}

/// What a reward is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RewardKind {
    /// A badge of the account.
    Badge,
    /// A skin of the account.
    Skin,
    /// Gold, as a pending item.
    Gold,
    /// Items, as a pending item.
    Item,
}

impl SeasonReward {
    /// What tells it from all others: one badge may have several thresholds.
    fn key(&self) -> String {
        format!("{} {} {}", self.required_points, self.first_only, self.code)
    }
}

impl Account {
    /// Hands over what so many points have earned and was not handed over yet; says what that was. `taken` remembers the
    /// rewards that only one account can have.
    pub(crate) fn earn(
        &mut self,
        rewards: &[SeasonReward],
        points: u32,
        name: &AccountName,
        taken: &mut BTreeSet<String>,
        ids: &mut Ids,
        now: Timestamp,
    ) -> Vec<SeasonReward> {
        let is_member = self.is_member(now);
        let mut earned = Vec::new();
        for reward in rewards {
            let key = reward.key();
            let is_within_reach = points >= reward.required_points && (is_member || !reward.member_required);
            let is_gone = reward.first_only && taken.contains(&key);
            if !is_within_reach || is_gone || !self.season_rewards.insert(key.clone()) {
                continue;
            }
            if reward.first_only {
                taken.insert(key);
            }
            self.hand_over(reward, name, ids, now);
            earned.push(reward.clone());
        }
        earned
    }

    fn hand_over(&mut self, reward: &SeasonReward, name: &AccountName, ids: &mut Ids, now: Timestamp) {
        let (gold, items) = match (reward.kind, reward.code.parse()) {
            (RewardKind::Badge, _) => {
                self.badges.insert(reward.code.clone());
                return;
            }
            (RewardKind::Skin, _) => {
                self.skins.insert(reward.code.clone());
                return;
            }
            (RewardKind::Item, Ok(code)) => (0, vec![SimpleItem::new(code, reward.quantity)]),
            _ => (i64::from(reward.quantity), Vec::new()),
        };
        let pending = PendingItem {
            id: ids.next(now),
            account: name.clone(),
            source: PendingSource::Other("other".to_owned()),
            source_id: Some(reward.code.clone()),
            description: reward.description.clone(),
            gold,
            items,
            created_at: now,
            claimed_at: None,
        };
        self.pending.insert(pending.id.clone(), pending);
    }
}
