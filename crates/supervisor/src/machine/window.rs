//! Restart intensity: how many restarts lie within the period.

use std::collections::VecDeque;
use std::time::Duration;

use crate::policy::Flags;

#[derive(Clone, Debug)]
pub(super) struct Window {
    intensity: usize,
    period: Duration,
    restarts: VecDeque<Duration>,
}

impl Window {
    pub(super) fn new(flags: Flags) -> Self {
        let intensity = usize::try_from(flags.intensity).unwrap_or(usize::MAX);
        Self { intensity, period: flags.period, restarts: VecDeque::new() }
    }

    /// Counts a restart at `now`; whether it may take place. A restart exactly one period ago still counts, as in OTP.
    pub(super) fn admit(&mut self, now: Duration) -> bool {
        while self.restarts.front().is_some_and(|at| *at + self.period < now) {
            self.restarts.pop_front();
        }
        self.restarts.push_back(now);
        self.restarts.len() <= self.intensity
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Strategy;

    fn window(intensity: u32, seconds: u64) -> Window {
        let period = Duration::from_secs(seconds);
        Window::new(Flags { strategy: Strategy::OneForOne, intensity, period })
    }

    #[test]
    fn intensity_restarts_are_borne_and_one_more_is_not() {
        let mut window = window(2, 5);
        let admitted: Vec<bool> = [0, 1, 2].map(|at| window.admit(Duration::from_secs(at))).into();
        assert_eq!(admitted, [true, true, false]);
    }

    #[test]
    fn a_restart_counts_until_it_is_older_than_the_period() {
        let mut at_the_edge = window(1, 5);
        assert!(at_the_edge.admit(Duration::ZERO));
        assert!(!at_the_edge.admit(Duration::from_secs(5)));
        let mut past_the_edge = window(1, 5);
        assert!(past_the_edge.admit(Duration::ZERO));
        assert!(past_the_edge.admit(Duration::from_millis(5001)));
    }

    #[test]
    fn intensity_zero_bears_nothing() {
        assert!(!window(0, 5).admit(Duration::ZERO));
    }
}
