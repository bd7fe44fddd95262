//! The 499 of a client that asked too early, in the client's own seconds.

use game::Refusal;
use jiff::{SignedDuration, Timestamp};

use super::ApiError;
use crate::timescale::Timescale;

/// A refusal as the client must hear it: the world counts a cooldown in its own seconds.
pub(crate) fn in_real_time(refusal: Refusal, now: Timestamp, timescale: Timescale) -> ApiError {
    let Some(seconds) = refusal.remaining_seconds else { return refusal.into() };
    let free_at = SignedDuration::try_from_secs_f64(seconds).ok().and_then(|wait| now.checked_add(wait).ok());
    let free_at = timescale.real_at(free_at.unwrap_or(Timestamp::MAX));
    refusal.counted_as(free_at.duration_since(timescale.real_at(now)).as_secs_f64()).into()
}
