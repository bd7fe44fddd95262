//! Who finds out prices falls again and again: what everything goes for is known all the same, and no hour is written
//! down twice.

use std::collections::BTreeMap;

use journal::Record;
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND, everybody_acts};

/// A company among twelve others, whose prices and market are away at so many moments.
fn known_all_the_same(seed: u64, moments: usize, members: bool) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let company = TestCompany::start(Setup { members, players: 12, ..Setup::seeded(seed) });
    everybody_acts(&company, MINUTE);
    for _ in 0..moments {
        company.run_for(SECOND * dice.u32(5..600));
        let id = dice.choice(["prices", "market"]).expect("one of two");
        company.take_away(id);
        company.run_for(SECOND * dice.u32(0..20));
        company.bring_back(id);
    }
    let fallen_at = company.now();
    let read_since = |company: &TestCompany| {
        company.company().board().prices().swept_at().is_some_and(|swept_at| swept_at > fallen_at)
    };
    company.run_until(8 * HOUR, "all orders are read again", read_since);
    let prices = company.company().board().prices();
    let season = company.block_on(company.company().season()).expect("the season is known");
    let quotes = prices.quotes(&season, company.now());
    let valued = quotes.values().filter(|quote| quote.fair.is_some()).count();
    assert!(valued > 5, "seed {seed}: {valued} items have a value");
    assert_no_hour_is_written_twice(&company);
    company.assert_everything_is_recorded_once();
}

/// Every version of an hour that was written down differs from the one before.
fn assert_no_hour_is_written_twice(company: &TestCompany) {
    let mut written = BTreeMap::new();
    let kept = company.journal().into_iter().filter_map(|record| match record {
        Record::Prices { hours, .. } => Some(hours),
        _ => None,
    });
    for hour in kept.flatten() {
        let before = written.insert((hour.code.clone(), hour.hour), hour.clone());
        assert_ne!(before.as_ref(), Some(&hour), "written twice");
    }
    assert!(written.len() > 10, "{} hours were written", written.len());
}

#[test]
fn prices_are_known_however_often_who_knows_them_falls() {
    known_all_the_same(1, 4, false);
}

/// Fifty moments: `cargo nextest run -p actors price_falls --run-ignored only`.
#[test]
#[ignore = "takes minutes"]
fn prices_are_known_after_fifty_falls() {
    known_all_the_same(3, 25, false);
    known_all_the_same(4, 25, true);
}
