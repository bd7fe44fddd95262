//! The time ledger as the dashboard's API sends it.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Account,
    book::{Book, Sums},
};

/// How a character's time was spent. The seconds add up to the time from `from` to `until`, exactly.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LedgerView {
    /// When the first of the hours began, or when counting did.
    pub from: Timestamp,
    /// Up to when it is added up: now.
    pub until: Timestamp,
    /// What all of it was spent on, the most first.
    pub seconds: Vec<SpentView>,
    /// Share of the time that was spent in cooldowns, 0 to 1: acting, travelling and resting, of all time in which the
    /// program was running.
    pub utilisation: f64,
    /// Each hour, the oldest first.
    pub hours: Vec<HourView>,
}

/// What an hour was spent on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HourView {
    /// When the hour began.
    pub start: Timestamp,
    /// What it was spent on, the most first.
    pub seconds: Vec<SpentView>,
}

/// What one account has.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SpentView {
    /// The account.
    pub account: Account,
    /// Why the character was idle; of the other accounts nothing.
    #[schema(required)]
    pub reason: Option<String>,
    /// How much, to the millisecond.
    pub seconds: f64,
}

impl LedgerView {
    pub(super) fn new(book: &Book, hours: u32) -> Self {
        let (hours, until) = book.last(hours);
        let mut all = Sums::new();
        for (entry, spent) in hours.iter().flat_map(|(_, sums)| sums.iter()) {
            *all.entry(entry.clone()).or_default() += spent;
        }
        let total: u64 = all.values().sum();
        let sum = |belongs: fn(Account) -> bool| -> u64 {
            all.iter().filter(|(entry, _)| belongs(entry.account)).map(|(_, spent)| spent).sum()
        };
        let on = total - sum(|account| account == Account::Off);
        let total = SignedDuration::from_millis(i64::try_from(total).unwrap_or(i64::MAX));
        Self {
            from: until.saturating_sub(total).unwrap_or(until),
            until,
            seconds: spent(&all),
            utilisation: if on == 0 { 0.0 } else { seconds(sum(Account::is_useful)) / seconds(on) },
            hours: hours.into_iter().map(|(start, sums)| HourView { start, seconds: spent(sums) }).collect(),
        }
    }
}

fn spent(sums: &Sums) -> Vec<SpentView> {
    let mut spent: Vec<_> = sums.iter().collect();
    spent.sort_by_key(|(entry, spent)| (std::cmp::Reverse(**spent), *entry));
    let view = |(entry, spent): (&super::Entry, &u64)| SpentView {
        account: entry.account,
        reason: (!entry.reason.is_empty()).then(|| entry.reason.clone()),
        seconds: seconds(*spent),
    };
    spent.into_iter().map(view).collect()
}

fn seconds(milliseconds: u64) -> f64 {
    std::time::Duration::from_millis(milliseconds).as_secs_f64()
}
