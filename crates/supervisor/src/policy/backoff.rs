//! Waiting before a restart, which OTP does not have.

use std::time::Duration;

/// How long a child that failed waits before it is started again: not at all by default, as in OTP.
///
/// The wait doubles with each failure in a row, up to `max`; a child that has stayed up for `reset_after` begins again
/// with `initial`. There is no jitter: chance would be an input, and a supervisor's children rarely share a resource that
/// a jitter would protect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    /// The wait after the first failure.
    pub initial: Duration,
    /// The longest wait.
    pub max: Duration,
    /// A child that was up for this long is forgiven its earlier failures.
    pub reset_after: Duration,
}

impl Backoff {
    /// Start again at once.
    pub const NONE: Self = Self { initial: Duration::ZERO, max: Duration::ZERO, reset_after: Duration::ZERO };

    /// Doubles from `initial` to `max`, and begins anew after the child has been up for twice `max`.
    pub fn exponential(initial: Duration, max: Duration) -> Self {
        Self { initial, max, reset_after: max.saturating_mul(2) }
    }

    /// The wait after `failures` earlier failures in a row (0 for the first one).
    pub fn delay(&self, failures: u32) -> Duration {
        let factor = 1_u32.checked_shl(failures).unwrap_or(u32::MAX);
        self.initial.saturating_mul(factor).min(self.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_the_longest() {
        let backoff = Backoff::exponential(Duration::from_secs(1), Duration::from_secs(5));
        let waits: Vec<u64> =
            [0, 1, 2, 3, 31, 32, 1000].map(|failures| backoff.delay(failures).as_secs()).into();
        assert_eq!(waits, [1, 2, 4, 5, 5, 5, 5]);
    }
}
