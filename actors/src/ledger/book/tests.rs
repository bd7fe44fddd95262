//! A character's time, added up.

use proptest::prelude::*;

use super::{super::LedgerView, *};

fn secs(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

fn entry(account: Account) -> Entry {
    account.into()
}

fn spent(book: &Book) -> Vec<(Account, u64)> {
    let mut all = BTreeMap::new();
    for (entry, spent) in book.hours.values().flatten() {
        *all.entry(entry.account).or_default() += spent / 1000;
    }
    all.into_iter().collect()
}

#[test]
fn a_cooldown_is_counted_to_its_end_and_what_follows_from_there() {
    let mut book = Book::new(secs(0), Vec::new());
    book.cool_down(secs(2), Account::Acting, secs(30));
    book.enter(secs(2), Entry::idle("paused"));
    book.settle(secs(100));
    assert_eq!(spent(&book), [(Account::Acting, 28), (Account::Deciding, 2), (Account::Idle, 70)]);
}

#[test]
fn time_is_cut_at_full_hours() {
    let mut book = Book::new(secs(3000), Vec::new());
    book.cool_down(secs(3000), Account::Travelling, secs(7300));
    book.settle(secs(7300));
    let hours: Vec<_> = book.hours.values().map(|sums| sums[&entry(Account::Travelling)] / 1000).collect();
    assert_eq!(hours, [600, 3600, 100]);
}

#[test]
fn what_passed_while_the_program_was_off_is_counted_as_that() {
    let name = "Ana".parse().unwrap();
    let mut book = Book::new(secs(10), Vec::new());
    book.cool_down(secs(10), Account::Acting, secs(5000));
    let written = book.unwritten(secs(4000), Duration::ZERO, &name);
    assert_eq!(written.len(), 2);
    let mut book = Book::new(secs(4600), written);
    book.settle(secs(4700));
    assert_eq!(spent(&book), [(Account::Acting, 3990), (Account::Deciding, 100), (Account::Off, 600)]);
    let (hours, until) = book.last(48);
    assert_eq!((hours.len(), until), (2, secs(4700)));
}

#[test]
fn only_what_has_changed_is_written_again_and_not_too_often() {
    let (name, minute) = ("Ana".parse().unwrap(), Duration::from_secs(60));
    let mut book = Book::new(secs(0), Vec::new());
    assert!(book.unwritten(secs(59), minute, &name).is_empty());
    assert_eq!(book.unwritten(secs(4000), minute, &name).len(), 2);
    let again = book.unwritten(secs(4060), minute, &name);
    assert_eq!(again.iter().map(|hour| hour.start).collect::<Vec<_>>(), [secs(3600)]);
    assert!(book.unwritten(secs(4060), Duration::ZERO, &name).is_empty());
}

#[test]
fn the_share_of_time_well_spent_leaves_out_when_the_program_was_off() {
    let mut book = Book::new(secs(0), Vec::new());
    book.cool_down(secs(0), Account::Acting, secs(300));
    book.settle(secs(400));
    let known = book.unwritten(secs(400), Duration::ZERO, &"Ana".parse().unwrap());
    let mut book = Book::new(secs(1000), known);
    book.settle(secs(1000));
    let view = LedgerView::new(&book, 1);
    assert_eq!((view.from, view.until, view.utilisation), (secs(0), secs(1000), 0.75));
}

/// What may be told to a book, so many milliseconds later; the clock may be set back.
#[derive(Debug, Clone)]
enum Told {
    Enter(i64, usize, u8),
    CoolDown(i64, usize, i64),
    Restart(i64),
}

fn told() -> impl Strategy<Value = Told> {
    let later = -5_000..8_000_000_i64;
    prop_oneof![
        (later.clone(), 0..8_usize, any::<u8>())
            .prop_map(|(later, account, reason)| Told::Enter(later, account, reason)),
        (later.clone(), 0..3_usize, 0..8_000_000_i64)
            .prop_map(|(later, account, long)| Told::CoolDown(later, account, long)),
        later.prop_map(Told::Restart),
    ]
}

proptest! {
    #[test]
    fn whatever_is_told_the_sums_are_the_time_that_has_passed(story in prop::collection::vec(told(), 1..60)) {
        let name: CharacterName = "Ana".parse().unwrap();
        let mut start = 1_790_000_123_456_i64;
        let mut book = Book::new(at(start), Vec::new());
        let (mut now, mut latest) = (start, start);
        for told in story {
            let (Told::Enter(later, ..) | Told::CoolDown(later, ..) | Told::Restart(later)) = told;
            now += later;
            latest = latest.max(now);
            match told {
                Told::Enter(_, account, reason) => {
                    let account = Account::ALL[account];
                    let reason = if account == Account::Idle { reason.to_string() } else { String::new() };
                    book.enter(at(now), Entry { account, reason });
                }
                Told::CoolDown(_, account, long) => book.cool_down(at(now), Account::ALL[account], at(now + long)),
                Told::Restart(_) => {
                    book.settle(at(now));
                    if book.hours.is_empty() {
                        (start, latest) = (now, now);
                    }
                    let known = book.hours.iter().map(|(hour, sums)| book.to_hour(*hour, sums, &name)).collect();
                    book = Book::new(at(now), known);
                }
            }
            let elapsed = latest - start.max((latest.div_euclid(HOUR) - KEPT) * HOUR);
            let total: u64 = book.hours.values().flat_map(BTreeMap::values).sum();
            prop_assert_eq!(i64::try_from(total).unwrap(), elapsed);
            for sums in book.hours.values() {
                prop_assert!(sums.values().sum::<u64>() <= HOUR.unsigned_abs());
                prop_assert!(sums.keys().filter(|entry| entry.account == Account::Idle).count() <= REASONS + 1);
            }
            let view = LedgerView::new(&book, 49);
            prop_assert_eq!(view.until.duration_since(view.from).as_millis(), i128::from(elapsed));
        }
    }
}
