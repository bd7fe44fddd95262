//! One character's time, added up: a pure machine that is told what begins when.
//!
//! Between two calls all time goes to one account, cut at the end of a running cooldown and at full hours. So whatever is
//! told in whatever order, the sums of an hour are the time of it that has passed, to the millisecond.

use std::{collections::BTreeMap, time::Duration};

use game::CharacterName;
use jiff::Timestamp;
use journal::{Hour, Share};

use super::{Account, Entry};

/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;
/// Full hours that are kept beside the present one.
const KEPT: i64 = 48;
/// So many reasons of idleness are told apart within an hour.
const REASONS: usize = 12;
/// What the others are called.
const OTHERS: &str = "other reasons";

/// What an hour was spent on, in milliseconds.
pub(super) type Sums = BTreeMap<Entry, u64>;

/// One character's time.
#[derive(Debug, Clone)]
pub(super) struct Book {
    /// By the number of the hour since 1970.
    hours: BTreeMap<i64, Sums>,
    /// Up to when everything is added up, in milliseconds since 1970.
    until: i64,
    /// A cooldown, and when it ends.
    cooldown: Option<(Account, i64)>,
    /// What the time belongs to when no cooldown runs.
    entry: Entry,
    /// Up to when it is written down.
    written: i64,
}

impl Book {
    /// Goes on from what is known; what has passed since then belongs to nobody but the program, which was off.
    pub(super) fn new(now: Timestamp, known: Vec<Hour>) -> Self {
        let until = known.iter().map(|hour| hour.until.as_millisecond()).max();
        let until = until.unwrap_or_else(|| now.as_millisecond());
        let hours =
            known.into_iter().map(|hour| (hour.start.as_millisecond().div_euclid(HOUR), sums(hour.shares)));
        let entry = Entry::from(Account::Off);
        let mut book = Self { hours: hours.collect(), until, cooldown: None, entry, written: until };
        book.enter(now, Account::Deciding.into());
        book
    }

    /// From `now` on time belongs to this account when no cooldown runs.
    pub(super) fn enter(&mut self, now: Timestamp, entry: Entry) {
        self.settle(now);
        self.entry = entry;
    }

    /// From `now` to `end` a cooldown runs.
    pub(super) fn cool_down(&mut self, now: Timestamp, account: Account, end: Timestamp) {
        self.settle(now);
        self.cooldown = Some((account, end.as_millisecond()));
    }

    /// Adds up what has passed. A clock that was set back stands still until it has caught up.
    pub(super) fn settle(&mut self, now: Timestamp) {
        let now = now.as_millisecond();
        if let Some((account, end)) = self.cooldown {
            self.add(end.min(now), &account.into());
            self.cooldown.take_if(|(_, end)| *end <= now);
        }
        let entry = self.entry.clone();
        self.add(now, &entry);
        let oldest = self.until.div_euclid(HOUR) - KEPT;
        self.hours.retain(|hour, _| *hour >= oldest);
    }

    /// Adds the time up to `end` to an account, hour by hour.
    fn add(&mut self, end: i64, entry: &Entry) {
        while self.until < end {
            let hour = self.until.div_euclid(HOUR);
            let cut = end.min((hour + 1) * HOUR);
            let sums = self.hours.entry(hour).or_default();
            let reasons = || sums.keys().filter(|known| known.account == Account::Idle).count();
            let entry = if entry.account != Account::Idle || sums.contains_key(entry) || reasons() < REASONS {
                entry.clone()
            } else {
                Entry::idle(OTHERS)
            };
            *sums.entry(entry).or_default() += (cut - self.until).unsigned_abs();
            self.until = cut;
        }
    }

    /// The hours in which something has changed since the last call, unless that was less than `pause` ago.
    pub(super) fn unwritten(&mut self, now: Timestamp, pause: Duration, name: &CharacterName) -> Vec<Hour> {
        self.settle(now);
        let since = self.until - self.written;
        if since <= 0 || u128::from(since.unsigned_abs()) < pause.as_millis() {
            return Vec::new();
        }
        let first = self.written.div_euclid(HOUR);
        self.written = self.until;
        let hours = self.hours.range(first..);
        hours.map(|(hour, sums)| self.to_hour(*hour, sums, name)).collect()
    }

    fn to_hour(&self, hour: i64, sums: &Sums, name: &CharacterName) -> Hour {
        let share = |(entry, milliseconds): (&Entry, &u64)| Share {
            account: entry.account.as_str().to_owned(),
            reason: entry.reason.clone(),
            milliseconds: *milliseconds,
        };
        Hour {
            character: name.clone(),
            start: at(hour * HOUR),
            until: at(self.until.min((hour + 1) * HOUR)),
            shares: sums.iter().map(share).collect(),
        }
    }

    /// The last hours, the present one included, with when each began; and up to when they are added up.
    pub(super) fn last(&self, hours: u32) -> (Vec<(Timestamp, &Sums)>, Timestamp) {
        let present = (self.until - 1).div_euclid(HOUR);
        let last = self.hours.range(present - i64::from(hours) + 1..);
        (last.map(|(hour, sums)| (at(hour * HOUR), sums)).collect(), at(self.until))
    }
}

fn sums(shares: Vec<Share>) -> Sums {
    let known = |name: &str| Account::ALL.into_iter().find(|account| account.as_str() == name);
    let entry = |share: Share| {
        // What a newer program has counted otherwise was no time of ours.
        let account = known(&share.account).unwrap_or(Account::Off);
        (Entry { account, reason: share.reason }, share.milliseconds)
    };
    shares.into_iter().map(entry).collect()
}

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
