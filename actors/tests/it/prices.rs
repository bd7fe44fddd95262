//! What everything goes for: found out with few requests, heard at once by members, and never lost.

use journal::Record;
use planner::{PriceRead, Prices};
use std::sync::Arc;
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, everybody_acts};

/// A company of five among thirty others.
fn company(members: bool) -> TestCompany {
    let company = TestCompany::start(Setup { members, players: 30, ..Setup::default() });
    everybody_acts(&company, MINUTE);
    company
}

fn prices(company: &TestCompany) -> Arc<Prices> {
    company.company().board().prices()
}

fn swept(company: &TestCompany) {
    company.run_until(10 * MINUTE, "all orders are read", |company| prices(company).swept_at().is_some());
}

/// Items of which a sale is known.
fn sold(company: &TestCompany) -> usize {
    let season = company.block_on(company.company().season()).expect("the season is known");
    let quotes = prices(company).quotes(&season, company.now());
    quotes.values().filter(|quote| quote.pieces_per_day > 0).count()
}

/// The requests so far that asked for what is on the exchange.
fn readings(company: &TestCompany) -> u64 {
    company.faults().asked_below("/grandexchange/")
}

#[test]
fn who_is_told_of_nothing_reads_once_for_two_hundred_actions() {
    let company = company(false);
    swept(&company);
    company.run_for(3 * HOUR);
    let (reads, actions) = (readings(&company), company.stats().actions());
    assert!(sold(&company) >= 2, "{} items", sold(&company));
    // The first sweep takes as many pages as it takes.
    assert!(reads <= actions / 200 + 3, "{reads} reads for {actions} actions");
}

#[test]
fn members_hear_of_every_sale() {
    let company = company(true);
    swept(&company);
    company.run_for(HOUR);
    let before = sold(&company);
    company.run_for(HOUR);
    assert!(sold(&company) > before.max(5), "{} items, and {before} before", sold(&company));
    assert_ne!(prices(&company).next_read(true, company.now()), Some(PriceRead::Sweep(1)));
}

#[test]
fn nothing_is_read_while_nobody_plays() {
    let company = TestCompany::start(Setup { players: 30, minds: Vec::new(), ..Setup::default() });
    company.run_for(2 * HOUR);
    assert_eq!((readings(&company), company.stats().actions()), (0, 0));
}

#[test]
fn what_is_known_outlives_a_fall_of_who_knows_it() {
    let company = company(false);
    swept(&company);
    company.run_for(HOUR);
    let before = (sold(&company), prices(&company).swept_at());
    company.take_away("prices");
    company.bring_back("prices");
    company.run_for(MINUTE);
    assert!(sold(&company) >= before.0 && prices(&company).swept_at() >= before.1);
}

#[test]
fn the_hours_are_written_down() {
    let company = company(false);
    swept(&company);
    company.run_for(15 * MINUTE);
    let hours = company.journal().into_iter().filter_map(|record| match record {
        Record::Prices { hours, .. } => Some(hours),
        _ => None,
    });
    let hours: Vec<_> = hours.flatten().collect();
    assert!(hours.len() > 10 && hours.iter().any(|hour| hour.ask.is_some()), "{hours:?}");
}
