//! Counts requests per client and bucket in fixed windows that begin with their first request (RULES §3).
//!
//! Pure: the time is an argument. A request must fit into every window of its bucket; one that does not fit counts in
//! none.

use std::{collections::BTreeMap, net::IpAddr};

use game::AccountName;
use jiff::{SignedDuration, Timestamp};

use super::{
    RateLimits, WindowLimits,
    bucket::{Bucket, Period},
};

/// Whom a request counts for: most count for an address, questions to the assistant for an account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Client {
    /// Everybody behind an address.
    Address(IpAddr),
    /// An account, wherever it asks from.
    Account(AccountName),
}

/// The counts of all clients.
#[derive(Debug)]
pub(crate) struct Limiter {
    limits: RateLimits,
    counts: BTreeMap<(Client, Bucket), Vec<Window>>,
}

/// What became of a request, and how its bucket stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Whether the request may pass.
    pub(crate) allowed: bool,
    /// The windows of the bucket, the shortest first.
    pub(crate) windows: Vec<Window>,
}

/// One window of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// Its length.
    pub(crate) period: Period,
    /// Requests that it allows.
    pub(crate) limit: u32,
    /// Requests left.
    pub(crate) remaining: u32,
    /// When it ends.
    pub(crate) reset: Timestamp,
}

impl Limiter {
    /// Nothing counted yet.
    pub(crate) fn new(limits: RateLimits) -> Self {
        Self { limits, counts: BTreeMap::new() }
    }

    /// Counts a request, if it fits.
    pub(crate) fn take(&mut self, client: Client, bucket: Bucket, now: Timestamp) -> Verdict {
        let mut windows = self.windows(&client, bucket, now);
        let allowed = windows.iter().all(|window| window.remaining > 0);
        if allowed {
            for window in &mut windows {
                window.remaining -= 1;
            }
            let key = (client, bucket);
            if !self.counts.contains_key(&key) {
                self.forget_the_idle(now);
            }
            self.counts.insert(key, windows.clone());
        }
        Verdict { allowed, windows }
    }

    /// How a bucket stands, the shortest window first; a window that has ended is full again, as if it began now.
    pub(crate) fn windows(&self, client: &Client, bucket: Bucket, now: Timestamp) -> Vec<Window> {
        let counted = self.counts.get(&(client.clone(), bucket)).map_or(&[][..], Vec::as_slice);
        full(self.limits.of(bucket), now)
            .map(|fresh| {
                let running = |window: &&Window| window.period == fresh.period && window.reset > now;
                counted.iter().find(running).copied().unwrap_or(fresh)
            })
            .collect()
    }

    fn forget_the_idle(&mut self, now: Timestamp) {
        self.counts.retain(|_, windows| windows.iter().any(|window| window.reset > now));
    }
}

fn full(limits: WindowLimits, now: Timestamp) -> impl Iterator<Item = Window> {
    [
        (Period::Second, limits.second),
        (Period::Minute, limits.minute),
        (Period::Hour, limits.hour),
        (Period::Day, limits.day),
    ]
    .into_iter()
    .filter_map(move |(period, limit)| {
        let reset = now + SignedDuration::from_secs(period.seconds());
        limit.map(|limit| Window { period, limit, remaining: limit, reset })
    })
}

#[cfg(test)]
mod tests;
