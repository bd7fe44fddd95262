//! What belongs to an account as a whole: progress on achievements, and what waits for it (RULES §9, §11).

use api_types::{
    AccountAchievement, AccountAchievementObjective, AchievementRewards, AchievementType, PendingItem,
    PendingItemSource, RewardType, SeasonReward,
};
use game::data::{self, Achievement};
use serde_json::json;
use world::{AchievementProgress, RewardKind};

use super::items;
use crate::timescale::Timescale;

/// An achievement with an account's progress.
pub(crate) fn achievement(
    achievement: &Achievement,
    begun: Option<&AchievementProgress>,
    timescale: Timescale,
) -> AccountAchievement {
    let done = |index: usize| begun.and_then(|begun| begun.progress.get(index)).copied().unwrap_or(0);
    let objectives =
        achievement.objectives.iter().enumerate().map(|(index, objective)| AccountAchievementObjective {
            kind: kind(&objective.kind),
            target: objective.target.clone(),
            progress: done(index).into(),
            total: objective.total.into(),
        });
    AccountAchievement {
        name: achievement.name.clone(),
        code: achievement.code.to_string(),
        description: achievement.description.clone(),
        points: achievement.points,
        objectives: objectives.collect(),
        rewards: AchievementRewards {
            gold: achievement.rewards.gold,
            items: achievement.rewards.items.as_ref().map(items),
        },
        completed_at: begun.and_then(|begun| begun.completed_at).map(|at| timescale.real_at(at).into()),
    }
}

fn kind(kind: &data::AchievementType) -> AchievementType {
    AchievementType::from(json!(kind).as_str().unwrap_or_default())
}

/// Something that waits, or waited, for an account.
pub(crate) fn pending(pending: &game::PendingItem, timescale: Timescale) -> PendingItem {
    PendingItem {
        id: pending.id.to_string(),
        account: pending.account.to_string(),
        source: PendingItemSource::from(pending.source.as_str()),
        source_id: pending.source_id.clone(),
        description: pending.description.clone(),
        gold: pending.gold,
        items: items(&pending.items),
        created_at: timescale.real_at(pending.created_at).into(),
        claimed_at: pending.claimed_at.map(|at| timescale.real_at(at).into()),
    }
}

/// A reward of the season.
pub(crate) fn season_reward(reward: &world::SeasonReward) -> SeasonReward {
    SeasonReward {
        code: reward.code.clone(),
        kind: match reward.kind {
            RewardKind::Badge => RewardType::Badge,
            RewardKind::Skin => RewardType::Skin,
            RewardKind::Gold => RewardType::Gold,
            RewardKind::Item => RewardType::Item,
        },
        description: reward.description.clone(),
        required_points: reward.required_points,
        quantity: reward.quantity.into(),
        member_required: reward.member_required,
        first_only: reward.first_only,
    }
}
