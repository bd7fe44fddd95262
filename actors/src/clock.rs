//! Time and identity, handed down so that tests can hold them still.

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use uuid::Uuid;

/// The wall clock. Waiting never uses it: deadlines are monotonic (`tokio::time::Instant`).
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's.
    System,
    /// Runs with tokio's time, which tests can pause.
    Simulated {
        /// The time when it was started.
        base: Timestamp,
        /// When that was.
        started: Instant,
    },
}

impl Clock {
    /// A clock that shows `base` now and runs with tokio's time.
    #[must_use]
    pub fn simulated(base: Timestamp) -> Self {
        Self::Simulated { base, started: Instant::now() }
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the Clock that is handed down")]
            Self::System => Timestamp::now(),
            Self::Simulated { base, started } => {
                let elapsed = SignedDuration::try_from(started.elapsed()).unwrap_or(SignedDuration::MAX);
                base.saturating_add(elapsed).unwrap_or(*base)
            }
        }
    }

    /// A new time-ordered id (UUIDv7).
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or(0);
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos))
    }
}
