//! The wall clock of the game and of every process that plays it: a life of the company goes on where the one before
//! it ended, although each has a runtime, and so a virtual time, of its own.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use actors::clock::Clock;
use jiff::Timestamp;

/// Clones show the same time. Read it inside a runtime.
#[derive(Clone)]
pub(super) struct WorldClock(Arc<Mutex<Clock>>);

impl WorldClock {
    /// Shows `now` and runs with the time of the runtime it is called in.
    pub(super) fn start(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Clock::simulated(now))))
    }

    /// From now on runs with the time of the runtime it is called in.
    pub(super) fn go_on_from(&self, now: Timestamp) {
        *self.lock() = Clock::simulated(now);
    }

    /// The clock of the present life.
    pub(super) fn present(&self) -> Clock {
        *self.lock()
    }

    /// The time now.
    pub(super) fn now(&self) -> Timestamp {
        self.present().now()
    }

    /// Sleeps for `span`, and then for as many milliseconds as it takes until the clock's last digit is `digit`.
    pub(super) async fn sleep_until_digit(&self, span: Duration, digit: u64) {
        tokio::time::sleep(span).await;
        let now = self.now().as_millisecond().unsigned_abs() % 10;
        tokio::time::sleep(Duration::from_millis((digit % 10 + 10 - now) % 10)).await;
    }

    fn lock(&self) -> MutexGuard<'_, Clock> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
