//! Holds everything back while the game does not answer, and lets one request through now and then to see.

use std::time::Duration;

use tokio::time::Instant;

const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Single failures happen to everybody; so many in a row mean that the game is away.
const PATIENCE: u32 = 3;

/// A circuit breaker over all buckets: they share one server.
#[derive(Debug, Default)]
pub(crate) struct Breaker {
    failures: u32,
    closed_until: Option<Instant>,
}

impl Breaker {
    /// Whether a request may go out while `in_flight` others are on their way.
    #[must_use]
    pub(crate) fn may_send(&self, in_flight: u32, now: Instant) -> bool {
        match self.closed_until {
            None => true,
            Some(until) => now >= until && in_flight == 0,
        }
    }

    /// When the next try is due.
    #[must_use]
    pub(crate) fn next_try(&self) -> Option<Instant> {
        self.closed_until
    }

    /// The game answered, whatever it said.
    pub(crate) fn answered(&mut self) {
        *self = Self::default();
    }

    /// The game did not answer. `jitter` between 0 and 1 spreads the tries of many programs over the pause.
    pub(crate) fn failed(&mut self, jitter: f64, now: Instant) {
        self.failures += 1;
        let doublings = self.failures.saturating_sub(PATIENCE).min(6);
        let pause = (FIRST_PAUSE * 2u32.pow(doublings)).min(LONGEST_PAUSE);
        self.closed_until = Some(now + pause.mul_f64(0.5 + jitter / 2.0));
    }

    /// Whether the game counts as away.
    #[must_use]
    pub(crate) fn is_away(&self) -> bool {
        self.failures >= PATIENCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_failure_one_request_at_a_time_until_the_game_answers() {
        let now = Instant::now();
        let mut breaker = Breaker::default();
        breaker.failed(1.0, now);
        assert!(!breaker.may_send(0, now));
        let later = now + FIRST_PAUSE;
        assert!(breaker.may_send(0, later) && !breaker.may_send(1, later));
        breaker.answered();
        assert!(breaker.may_send(5, later));
    }

    #[test]
    fn the_pause_doubles_up_to_its_longest() {
        let now = Instant::now();
        let mut breaker = Breaker::default();
        let pauses: Vec<_> = (0..12)
            .map(|_| {
                breaker.failed(1.0, now);
                (breaker.next_try().unwrap() - now).as_secs_f64()
            })
            .collect();
        assert_eq!(pauses[..6], [0.5, 0.5, 0.5, 1.0, 2.0, 4.0]);
        assert_eq!(pauses[11], 30.0);
        assert!(breaker.is_away());
    }
}
