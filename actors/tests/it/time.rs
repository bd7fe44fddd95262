//! Where a character's time goes.

use actors::{
    character::Wish,
    ledger::{Account, LedgerView},
};
use planner::Mind;
use serde_json::json;
use test_support::company::{Fault, Setup, TestCompany};

use crate::script::{HOUR, MINUTE, PATIENCE, SECOND, acts};

/// A company of one who mines.
fn mines() -> TestCompany {
    let mind = Mind::new("gathering", json!({ "resource": "copper_rocks" })).expect("a valid configuration");
    let characters = vec!["Ana".parse().expect("a valid name")];
    let company = TestCompany::start(Setup { characters, minds: vec![mind], ..Setup::default() });
    acts(&company, "Ana", PATIENCE);
    company
}

/// The ledger, with the check that its sums close.
fn ledger(company: &TestCompany, hours: u32) -> LedgerView {
    let ana = "Ana".parse().expect("a valid name");
    let view = company.block_on(async { company.company().ledgers().view(&ana, hours) });
    let view = view.expect("her time is counted");
    let milliseconds = |seconds: f64| (seconds * 1000.0).round();
    let sums = [
        view.seconds.iter().map(|spent| milliseconds(spent.seconds)).sum::<f64>(),
        view.hours.iter().flat_map(|hour| &hour.seconds).map(|spent| milliseconds(spent.seconds)).sum(),
    ];
    let elapsed = milliseconds(view.until.duration_since(view.from).as_secs_f64());
    assert_eq!(sums, [elapsed; 2], "{view:?}");
    view
}

/// The seconds of an account, with its reason if that is asked for.
fn seconds(view: &LedgerView, account: Account, reason: &str) -> f64 {
    let own = view.seconds.iter().filter(|spent| spent.account == account);
    own.filter(|spent| spent.reason.as_deref().unwrap_or_default().starts_with(reason))
        .map(|spent| spent.seconds)
        .sum()
}

#[test]
fn a_day_of_gathering_is_time_well_spent() {
    let company = mines();
    company.run_for(24 * HOUR);
    let view = ledger(&company, 24);
    assert_eq!((view.hours.len(), view.hours[0].start), (24, view.from));
    assert!(view.utilisation >= 0.99, "{:?}", view.seconds);
    assert!(seconds(&view, Account::Travelling, "") > 60.0, "{:?}", view.seconds);
    let idle = seconds(&view, Account::Idle, "");
    assert!(idle < 0.005 * 86_400.0, "{:?}", view.seconds);
}

#[test]
fn an_outage_is_time_of_trying_again() {
    let company = mines();
    let before = seconds(&ledger(&company, 1), Account::Retrying, "");
    company.faults().always("/", Fault::NotSent);
    company.run_for(10 * MINUTE);
    let during = seconds(&ledger(&company, 1), Account::Retrying, "");
    // What is left of a cooldown is still well spent.
    assert!(during - before > 9.0 * 60.0, "{during}");
    company.faults().clear();
    acts(&company, "Ana", PATIENCE);
    company.run_for(10 * MINUTE);
    assert!(seconds(&ledger(&company, 1), Account::Retrying, "") - during < 60.0);
}

#[test]
fn finding_out_what_became_of_a_lost_reply_is_time_of_trying_again() {
    let company = mines();
    company.faults().always("/my/logs/Ana", Fault::NotSent);
    company.faults().once("/my/Ana/action", Fault::ReplyCut);
    company.run_for(5 * MINUTE);
    assert!(seconds(&ledger(&company, 1), Account::Retrying, "") > 3.0 * 60.0, "{:?}", ledger(&company, 1));
}

#[test]
fn who_is_idle_says_why() {
    let company = mines();
    let change = |wish| {
        let ana = "Ana".parse().expect("a valid name");
        company.block_on(company.company().change_automation(&ana, wish)).expect("Ana has a run");
        company.run_for(10 * MINUTE);
    };
    change(Wish::Pause);
    let view = ledger(&company, 1);
    assert!(seconds(&view, Account::Idle, "paused") > 9.0 * 60.0, "{:?}", view.seconds);
    change(Wish::Stop);
    let view = ledger(&company, 1);
    assert!(seconds(&view, Account::Idle, "no automation") > 9.0 * 60.0, "{:?}", view.seconds);
}

#[test]
fn time_is_counted_on_after_a_restart_and_a_crash_loses_a_minute_of_it_at_most() {
    let mut company = mines();
    company.run_for(HOUR);
    let before = ledger(&company, 48);
    company.crash();
    acts(&company, "Ana", PATIENCE);
    let after = ledger(&company, 48);
    assert_eq!(after.from, before.from);
    let off = seconds(&after, Account::Off, "");
    assert!(off <= 61.0, "{:?}", after.seconds);
    company.run_for(10 * SECOND);
    company.restart();
    acts(&company, "Ana", PATIENCE);
    let off_after_restart = seconds(&ledger(&company, 48), Account::Off, "") - off;
    assert!(off_after_restart < 5.0, "{off_after_restart}");
}
