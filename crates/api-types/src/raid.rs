//! Raids: bosses that the whole server fights at fixed hours (RULES §12).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;
use crate::null::null_as_default;
use crate::open_enum::open_enum;

mod rewards;
mod schedule;

pub use rewards::{RaidDamageReward, RaidRankReward, RaidRewards};
pub use schedule::{RaidSchedule, RaidWeekday};

/// An entry of `GET /raids`, and part of the realtime `raid_started` and `raid_ended`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidSchema)]
pub struct Raid {
    /// The raid's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// What it is about, for people.
    pub description: Option<String>,
    /// Code of the monster to fight.
    pub monster: String,
    /// When it opens.
    pub schedule: RaidSchedule,
    /// What it gives when it ends.
    #[serde(default, deserialize_with = "null_as_default")]
    pub rewards: RaidRewards,
    /// Where it stands.
    pub status: RaidStatus,
    /// When it opens next.
    pub next_start_at: Timestamp,
    /// Accounts that took part in the running or latest instance.
    #[serde(default, deserialize_with = "null_as_default")]
    pub participant_count: u32,
    /// The instance that runs now.
    pub active_instance: Option<RaidInstance>,
    /// The latest instance, running or over.
    pub latest_instance: Option<RaidInstance>,
}

/// One opening of a raid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidInstanceSchema)]
pub struct RaidInstance {
    /// When it opens.
    pub starts_at: Timestamp,
    /// When it closes at the latest.
    pub ends_at: Timestamp,
    /// Where it stands.
    pub status: RaidStatus,
    /// Hit points of the boss at the start, shared by all who fight.
    pub total_hp: i64,
    /// Hit points left.
    pub remaining_hp: i64,
    /// Accounts that took part.
    #[serde(default, deserialize_with = "null_as_default")]
    pub participant_count: u32,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// How it ended.
    pub result: Option<RaidInstanceResult>,
    /// When the rewards were given out.
    pub rewards_distributed_at: Option<Timestamp>,
}

/// An entry of `GET /raids/{code}/leaderboard`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidLeaderboardEntrySchema)]
pub struct RaidLeaderboardEntry {
    /// Rank, from 1.
    pub position: u32,
    /// The account's name.
    pub account: String,
    /// Damage that counts.
    pub points: i64,
}

/// Data of the realtime `raid_started` and `raid_ended` (RULES §15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RaidNotice {
    /// How it ended; `None` at the start.
    pub result: Option<RaidInstanceResult>,
    /// The raid as it stands now.
    pub raid: Raid,
}

open_enum! {
    /// Where a raid or one of its instances stands.
    RaidStatus {
        Upcoming = "upcoming",
        Active = "active",
        FinishedSuccess = "finished_success",
        FinishedFailure = "finished_failure",
    }
}

open_enum! {
    /// How a raid's instance ended.
    RaidInstanceResult {
        Success = "success",
        Failure = "failure",
    }
}
