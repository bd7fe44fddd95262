//! Times as the wire carries them: whole milliseconds, so that what a client reads equals what the state holds.

use jiff::{SignedDuration, Timestamp};

/// The time without what is finer than a millisecond.
pub(crate) fn whole_millis(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).expect("a time's own milliseconds are in range")
}

/// So many seconds later; the end of time at the latest.
pub(crate) fn later(time: Timestamp, seconds: u32) -> Timestamp {
    time.saturating_add(SignedDuration::from_secs(seconds.into())).unwrap_or(Timestamp::MAX)
}

/// Seconds from `now` until `then`.
pub(crate) fn seconds_until(now: Timestamp, then: Timestamp) -> f64 {
    then.duration_since(now).as_secs_f64()
}
