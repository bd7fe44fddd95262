//! Raids and how they stand (RULES §12).

use api_types::raid::{
    Raid, RaidDamageReward, RaidInstance, RaidInstanceResult, RaidRankReward, RaidRewards, RaidSchedule,
    RaidStatus, RaidWeekday,
};
use game::data;
use jiff::Timestamp;

use super::items;
use crate::timescale::Timescale;

/// A raid with its latest instance.
pub(crate) fn raid(
    raid: &data::Raid,
    latest: Option<&world::RaidInstance>,
    now: Timestamp,
    timescale: Timescale,
) -> Raid {
    let latest = latest.map(|latest| instance(latest, timescale));
    let next_start = raid.schedule.next_start(now).expect("the data was checked for raids without weekdays");
    Raid {
        code: raid.code.to_string(),
        name: raid.name.clone(),
        description: raid.description.clone(),
        monster: raid.monster.to_string(),
        schedule: schedule(&raid.schedule),
        rewards: rewards(&raid.rewards),
        // How the latest one ended stands there until the next one opens: the material does not say for how long.
        status: latest.as_ref().map_or(RaidStatus::Upcoming, |latest| latest.status.clone()),
        next_start_at: timescale.real_at(next_start).into(),
        participant_count: latest.as_ref().map_or(0, |latest| latest.participant_count),
        active_instance: latest.clone().filter(|latest| latest.ended_at.is_none()),
        latest_instance: latest,
    }
}

fn instance(instance: &world::RaidInstance, timescale: Timescale) -> RaidInstance {
    let ended_at = instance.ended_at.map(|at| timescale.real_at(at).into());
    let (status, result) = match (instance.is_open(), instance.is_won()) {
        (true, _) => (RaidStatus::Active, None),
        (false, true) => (RaidStatus::FinishedSuccess, Some(RaidInstanceResult::Success)),
        (false, false) => (RaidStatus::FinishedFailure, Some(RaidInstanceResult::Failure)),
    };
    RaidInstance {
        starts_at: timescale.real_at(instance.starts_at).into(),
        ends_at: timescale.real_at(instance.ends_at).into(),
        status,
        total_hp: instance.total_hp,
        remaining_hp: instance.remaining_hp,
        participant_count: u32::try_from(instance.participants()).unwrap_or(u32::MAX),
        ended_at,
        result,
        rewards_distributed_at: ended_at,
    }
}

fn schedule(schedule: &data::RaidSchedule) -> RaidSchedule {
    let weekdays = schedule.weekdays.iter().map(|day| RaidWeekday::from(day.as_str()));
    RaidSchedule {
        weekdays: weekdays.collect(),
        start_hour_utc: schedule.start_hour_utc,
        start_minute_utc: schedule.start_minute_utc,
        duration_hours: schedule.duration_hours,
    }
}

fn rewards(rewards: &data::RaidRewards) -> RaidRewards {
    let damage = rewards.damage_rewards.iter().map(|reward| RaidDamageReward {
        damage_per_reward: reward.damage_per_reward,
        max_rewards: reward.max_rewards,
        items: items(&reward.items),
    });
    let ranks = rewards.leaderboard.iter().map(|reward| RaidRankReward {
        min_rank: reward.min_rank,
        max_rank: reward.max_rank,
        items: items(&reward.items),
    });
    RaidRewards { damage_rewards: damage.collect(), leaderboard: ranks.collect() }
}
