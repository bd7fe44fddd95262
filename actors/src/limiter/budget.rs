//! What may be sent now: the windows of every bucket, learned from the server (RULES §3).

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use tokio::time::Instant;

use super::{queue::Priority, window::Window};
use crate::board::RateView;

/// What the server says about one window of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WindowReport {
    /// `second`, `minute`, `hour` or `day`.
    pub(crate) window: &'static str,
    /// Requests allowed in it.
    pub(crate) limit: u32,
    /// Requests it still allows.
    pub(crate) remaining: u32,
    /// How long it still runs, if the server told.
    pub(crate) reset: Option<Duration>,
}

/// The rate budget of this address over all accounts.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    buckets: BTreeMap<&'static str, Bucket>,
}

#[derive(Debug, Default)]
struct Bucket {
    windows: Vec<Window>,
    /// Requests of an earlier life: how long before that time they were answered, and how many. For windows to come.
    earlier: Option<(Instant, Vec<(Duration, u32)>)>,
    in_flight: u32,
    /// Nothing is sent before this: the server said 429.
    closed_until: Option<Instant>,
}

impl Budget {
    /// Whether a request of this bucket may be sent now.
    ///
    /// A bucket nobody has told us about yet takes one request at a time.
    pub(crate) fn may_send(&mut self, bucket: &'static str, priority: Priority, now: Instant) -> bool {
        let bucket = self.buckets.entry(bucket).or_default();
        if bucket.closed_until.is_some_and(|until| now < until) {
            return false;
        }
        if bucket.windows.is_empty() {
            return bucket.in_flight == 0;
        }
        let in_flight = bucket.in_flight;
        bucket.windows.iter_mut().all(|window| window.may_send(priority, in_flight, now))
    }

    /// When [`Self::may_send`] may change its answer without a reply coming in.
    #[must_use]
    pub(crate) fn next_change(&self, bucket: &'static str, now: Instant) -> Option<Instant> {
        let bucket = self.buckets.get(bucket)?;
        let windows = bucket.windows.iter().filter_map(|window| window.next_free(now));
        windows.chain(bucket.closed_until).filter(|at| *at > now).min()
    }

    /// Notes that a request goes out.
    pub(crate) fn sent(&mut self, bucket: &'static str, priority: Priority, now: Instant) {
        let bucket = self.buckets.entry(bucket).or_default();
        bucket.in_flight += 1;
        bucket.windows.iter_mut().for_each(|window| window.sent(priority, now));
    }

    /// Notes of which buckets somebody waits for a place; those of all others suffice.
    pub(crate) fn waited_for(&mut self, buckets: impl Iterator<Item = &'static str>) {
        let waited_for: BTreeSet<_> = buckets.collect();
        let others = self.buckets.iter_mut().filter(|(bucket, _)| !waited_for.contains(*bucket));
        others.flat_map(|(_, bucket)| &mut bucket.windows).for_each(Window::suffices);
    }

    /// Notes that a request was answered, or was lost.
    pub(crate) fn answered(&mut self, bucket: &'static str, now: Instant) {
        let bucket = self.buckets.entry(bucket).or_default();
        bucket.in_flight = bucket.in_flight.saturating_sub(1);
        bucket.windows.iter_mut().for_each(|window| window.answered(now));
    }

    /// Takes in what the server reports about a bucket's windows.
    pub(crate) fn learn(&mut self, bucket: &'static str, reports: &[WindowReport], now: Instant) {
        let bucket = self.buckets.entry(bucket).or_default();
        for report in reports {
            let in_flight = bucket.in_flight;
            if let Some(window) = bucket.window(report, now) {
                window.set_limit(report.limit);
                window.learn(report.remaining, report.reset, in_flight, now);
            }
        }
    }

    /// Closes a bucket after a 429, for as long as the server said or one second.
    pub(crate) fn close(&mut self, bucket: &'static str, retry_after: Option<Duration>, now: Instant) {
        let until = now + retry_after.unwrap_or(Duration::from_secs(1));
        let bucket = self.buckets.entry(bucket).or_default();
        bucket.closed_until = Some(bucket.closed_until.map_or(until, |before| before.max(until)));
    }

    /// Takes in what an earlier life has spent of a bucket, the oldest first: so many requests were answered so long before
    /// now. The server need not be asked to know that they count.
    pub(crate) fn recall(&mut self, bucket: &'static str, earlier: Vec<(Duration, u32)>, now: Instant) {
        self.buckets.entry(bucket).or_default().earlier = Some((now, earlier));
    }

    /// Limit and remaining of every window, for the board.
    pub(crate) fn views(&mut self, now: Instant) -> Vec<RateView> {
        let mut views = Vec::new();
        for (name, bucket) in &mut self.buckets {
            for window in &mut bucket.windows {
                views.push(RateView {
                    bucket: (*name).to_owned(),
                    window: window.name.to_owned(),
                    limit: window.limit,
                    remaining: window.free(bucket.in_flight, now),
                });
            }
        }
        views
    }
}

impl Bucket {
    /// The window of a report; a new one if nobody has told of it before, with what was spent earlier.
    fn window(&mut self, report: &WindowReport, now: Instant) -> Option<&mut Window> {
        if self.windows.iter().all(|window| window.name != report.window) {
            let mut window = Window::new(report.window, report.limit, now)?;
            if let Some((then, earlier)) = &self.earlier {
                earlier.iter().for_each(|(age, requests)| window.recall(*age, *requests, *then));
            }
            self.windows.push(window);
        }
        self.windows.iter_mut().find(|window| window.name == report.window)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Priority::{Action, Click},
        *,
    };

    const ACTION: &str = "action";

    fn report(limit: u32, remaining: u32) -> [WindowReport; 1] {
        [WindowReport { window: "minute", limit, remaining, reset: None }]
    }

    fn known(limit: u32, now: Instant) -> Budget {
        let mut budget = Budget::default();
        budget.learn(ACTION, &report(limit, limit), now);
        budget
    }

    fn round_trip(budget: &mut Budget, at: Instant) {
        budget.sent(ACTION, Action, at);
        budget.answered(ACTION, at);
    }

    #[test]
    fn one_request_at_a_time_until_the_limits_are_known() {
        let now = Instant::now();
        let mut budget = Budget::default();
        assert!(budget.may_send(ACTION, Action, now));
        budget.sent(ACTION, Action, now);
        assert!(!budget.may_send(ACTION, Action, now));
        budget.answered(ACTION, now);
        assert!(budget.may_send(ACTION, Action, now));
    }

    #[test]
    fn a_request_counts_until_one_window_after_its_reply() {
        let now = Instant::now();
        let mut budget = known(1, now);
        budget.sent(ACTION, Action, now);
        let replied = now + Duration::from_secs(5);
        budget.answered(ACTION, replied);
        let almost = replied + Duration::from_secs(59);
        assert!(!budget.may_send(ACTION, Action, almost));
        assert_eq!(budget.next_change(ACTION, almost), Some(replied + Duration::from_secs(60)));
        assert!(budget.may_send(ACTION, Action, replied + Duration::from_secs(60)));
    }

    #[test]
    fn a_few_places_stay_free_for_a_click() {
        let now = Instant::now();
        let mut budget = known(100, now);
        (0..96).for_each(|_| round_trip(&mut budget, now));
        assert!(!budget.may_send(ACTION, Action, now), "the last four are reserved");
        for _ in 0..4 {
            assert!(budget.may_send(ACTION, Click, now));
            budget.sent(ACTION, Click, now);
        }
        assert!(!budget.may_send(ACTION, Click, now));
    }

    #[test]
    fn what_becomes_free_is_spread_over_the_window_as_long_as_somebody_waits() {
        let now = Instant::now();
        let mut budget = known(10, now);
        (0..10).for_each(|_| round_trip(&mut budget, now));
        assert!(!budget.may_send(ACTION, Action, now));
        // All ten become free at once.
        let (minute, gap) = (now + Duration::from_secs(60), Duration::from_secs(6));
        for at in [minute, minute, minute + gap] {
            assert!(budget.may_send(ACTION, Action, at));
            budget.sent(ACTION, Action, at);
        }
        assert!(!budget.may_send(ACTION, Action, minute + gap));
        assert!(budget.may_send(ACTION, Click, minute + gap), "a click is never held back");
        assert_eq!(budget.next_change(ACTION, minute + gap), Some(minute + 2 * gap));
        budget.waited_for(std::iter::empty());
        assert!(budget.may_send(ACTION, Action, minute + gap), "there is enough again");
    }

    #[test]
    fn what_the_server_has_counted_beyond_ours_counts_here_too() {
        let now = Instant::now();
        let mut budget = known(100, now);
        budget.learn(ACTION, &report(100, 0), now);
        assert!(!budget.may_send(ACTION, Action, now));
        assert!(budget.may_send(ACTION, Action, now + Duration::from_secs(60)));
    }

    #[test]
    fn what_an_earlier_life_has_spent_is_not_spent_again() {
        let now = Instant::now();
        let mut budget = Budget::default();
        budget.recall(ACTION, vec![(Duration::from_secs(70), 50), (Duration::from_secs(20), 2)], now);
        // The server says nothing of it.
        budget.learn(ACTION, &report(3, 3), now);
        assert!(budget.may_send(ACTION, Action, now));
        round_trip(&mut budget, now);
        assert!(!budget.may_send(ACTION, Action, now + Duration::from_secs(39)));
        assert!(budget.may_send(ACTION, Action, now + Duration::from_secs(40)));
    }

    #[test]
    fn a_429_closes_the_bucket_for_as_long_as_it_says() {
        let now = Instant::now();
        let mut budget = known(100, now);
        budget.close(ACTION, Some(Duration::from_secs(7)), now);
        assert!(!budget.may_send(ACTION, Action, now + Duration::from_secs(6)));
        assert!(budget.may_send(ACTION, Action, now + Duration::from_secs(7)));
    }
}
