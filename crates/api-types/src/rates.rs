//! `GET /my/rates`: the rate limits of this IP address, with what is left of each (RULES §3). Keeping to them is left to
//! the limiter.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;

/// The buckets that requests are counted in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RateLimitsDataSchema)]
pub struct RateLimits {
    /// Account and character creation, passwords, gems, and `GET /my/rates` itself.
    pub account: RateLimitScope,
    /// Every GET.
    pub data: RateLimitScope,
    /// Every `POST /my/{name}/action/…`.
    pub action: RateLimitScope,
    /// `POST /simulation/fight`.
    pub simulation: RateLimitScope,
    /// Questions to the game's assistant; members only.
    pub assistant: Option<RateLimitScope>,
}

/// The windows of one bucket; those that it does not have are `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RateLimitScopeSchema)]
pub struct RateLimitScope {
    /// Per second.
    pub second: Option<RateLimitWindow>,
    /// Per minute.
    pub minute: Option<RateLimitWindow>,
    /// Per hour.
    pub hour: Option<RateLimitWindow>,
    /// Per day.
    pub day: Option<RateLimitWindow>,
}

/// One window of a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RateLimitWindowSchema)]
pub struct RateLimitWindow {
    /// Requests that the window allows.
    pub limit: u32,
    /// Requests left in the current window.
    pub remaining: u32,
    /// When the count starts anew, by the server's clock.
    pub reset: Timestamp,
}
