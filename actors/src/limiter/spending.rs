//! What was spent of the rate budget, by minute, bucket and account: enough to go on after a restart as if there had been
//! none, and to tell each account's share.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use api_client::Bucket;
use game::AccountName;
use jiff::Timestamp;
use journal::Spent;

/// Minutes of the longest window that is kept: a day.
const KEPT: u64 = 24 * 60;
/// Minutes of an hour.
const HOUR: u64 = 60;

/// Requests that were answered, by the minute since 1970 in which they were.
#[derive(Debug, Default)]
pub(crate) struct Spending {
    minutes: BTreeMap<u64, BTreeMap<(&'static str, AccountName), u32>>,
    unsaved: BTreeSet<u64>,
}

impl Spending {
    /// Takes in what earlier lives have spent. A bucket that this program does not know is nothing to it.
    pub(crate) fn restore(&mut self, minutes: Vec<(u64, Vec<Spent>)>) {
        for (minute, all) in minutes {
            for Spent { bucket, account, requests } in all {
                let known = Bucket::ALL.iter().find(|known| known.as_str() == bucket);
                if let Some(bucket) = known {
                    self.count(minute, bucket.as_str(), account, requests);
                }
            }
        }
    }

    /// Notes a request that was answered.
    pub(crate) fn note(&mut self, bucket: &'static str, account: &AccountName, now: Timestamp) {
        let minute = minute(now);
        self.count(minute, bucket, account.clone(), 1);
        self.unsaved.insert(minute);
        self.minutes.retain(|kept, _| kept + KEPT >= minute);
    }

    /// What has changed since it was last asked, to be kept.
    pub(crate) fn take_unsaved(&mut self) -> Vec<(u64, Vec<Spent>)> {
        let unsaved = std::mem::take(&mut self.unsaved);
        let rows = unsaved.into_iter().map(|minute| {
            let counts = self.minutes.get(&minute).into_iter().flatten();
            let spent = counts.map(|((bucket, account), requests)| Spent {
                bucket: (*bucket).to_owned(),
                account: account.clone(),
                requests: *requests,
            });
            (minute, spent.collect())
        });
        rows.collect()
    }

    /// The oldest minute that still matters.
    pub(crate) fn oldest(now: Timestamp) -> u64 {
        minute(now).saturating_sub(KEPT)
    }

    /// How long ago the requests of a bucket were answered, the oldest first, and how many they were. Within a minute they
    /// count as if all had come at its end.
    pub(crate) fn ages(
        &self,
        bucket: &'static str,
        now: Timestamp,
    ) -> impl Iterator<Item = (Duration, u32)> + '_ {
        self.minutes.iter().filter_map(move |(minute, counts)| {
            let requests = counts.iter().filter(|((of, _), _)| *of == bucket).map(|(_, count)| count).sum();
            let end = Duration::from_secs((minute + 1) * 60);
            let age = Duration::from_secs(now.as_second().unsigned_abs()).saturating_sub(end);
            (requests > 0).then_some((age, requests))
        })
    }

    /// Each account's requests within the last hour.
    pub(crate) fn last_hour(&self, now: Timestamp) -> BTreeMap<AccountName, u64> {
        let mut requests = BTreeMap::new();
        for counts in self.minutes.range(minute(now).saturating_sub(HOUR - 1)..).map(|(_, counts)| counts) {
            for ((_, account), count) in counts {
                *requests.entry(account.clone()).or_default() += u64::from(*count);
            }
        }
        requests
    }

    fn count(&mut self, minute: u64, bucket: &'static str, account: AccountName, requests: u32) {
        *self.minutes.entry(minute).or_default().entry((bucket, account)).or_default() += requests;
    }
}

fn minute(now: Timestamp) -> u64 {
    now.as_second().unsigned_abs() / 60
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_040 + seconds).unwrap()
    }

    fn one() -> AccountName {
        "one".parse().unwrap()
    }

    #[test]
    fn what_was_kept_is_what_was_spent() {
        let mut spending = Spending::default();
        for (bucket, second) in [("action", 0), ("action", 59), ("data", 59), ("action", 61)] {
            spending.note(bucket, &one(), at(second));
        }
        let kept = spending.take_unsaved();
        assert_eq!(kept.iter().map(|(_, spent)| spent.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(spending.take_unsaved().is_empty());
        let mut restored = Spending::default();
        restored.restore(kept);
        let ages: Vec<_> = restored.ages("action", at(90)).collect();
        assert_eq!(ages, [(Duration::from_secs(30), 2), (Duration::ZERO, 1)]);
        assert_eq!(restored.last_hour(at(90)), BTreeMap::from([(one(), 4)]));
    }

    #[test]
    fn an_hour_later_nothing_of_it_is_told_and_a_day_later_nothing_is_kept() {
        let mut spending = Spending::default();
        spending.note("action", &one(), at(0));
        assert_eq!(spending.last_hour(at(3600)), BTreeMap::new());
        spending.note("action", &one(), at(25 * 3600));
        assert_eq!(spending.ages("action", at(25 * 3600)).count(), 1);
    }
}
