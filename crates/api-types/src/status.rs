//! `GET /`: version, clock, limits and season of the server (RULES §3, §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{SeasonReward, Timestamp};

/// The state of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StatusSchema)]
pub struct Status {
    /// Version of the game, such as `8.2.0`.
    pub version: String,
    /// The server's clock.
    pub server_time: Timestamp,
    /// Highest combat level of this season.
    pub max_level: u32,
    /// Highest level of a skill of this season.
    pub max_skill_level: u32,
    /// Characters online.
    pub characters_online: u32,
    /// The season, when one runs.
    pub season: Option<Season>,
    /// The rate limits in words; what is left of them is in `RateLimits`.
    pub rate_limits: Vec<RateLimitNotice>,
}

/// The running season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SeasonSchema)]
pub struct Season {
    /// Its name.
    pub name: Option<String>,
    /// Its number.
    pub number: Option<u32>,
    /// When it began.
    pub start_date: Option<Timestamp>,
    /// What achievement points earn, the cheapest first.
    pub rewards: Vec<SeasonReward>,
}

/// One bucket's limits as a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RateLimitSchema)]
pub struct RateLimitNotice {
    /// The bucket, such as `action`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The limits, such as `10/second;100/minute`. The wording is not fixed.
    pub value: String,
}
