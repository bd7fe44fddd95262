//! Trading beside other players: order books are read as often as that makes sense, and orders are filled.

use std::time::Duration;

use actors::board::AutomationView;
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Fault, Setup, TestCompany};

use crate::script::{HOUR, MINUTE};

const BOOK: &str = "/grandexchange/orders";
const OWN: &str = "/my/grandexchange/orders";
const OFFER: &str = "/my/Ana/action/grandexchange/create_sell_order";

/// Ana alone among thirty others, with an automation.
fn ana_does(strategy: &str, config: Value) -> TestCompany {
    TestCompany::start(Setup {
        characters: vec!["Ana".parse().expect("a name")],
        minds: vec![Mind::new(strategy, config).expect("a valid configuration")],
        players: 30,
        ..Setup::default()
    })
}

/// She gathers copper ore, then does this with it.
fn ana_gathers_and_then(step: Value) -> TestCompany {
    let gathering = json!({"strategy": "gathering", "config": {"resource": "copper_rocks", "loops": 40}});
    ana_does("workflow", json!({"steps": [gathering, step]}))
}

fn automation(company: &TestCompany) -> AutomationView {
    company.character("Ana").and_then(|ana| ana.automation).expect("Ana has a run")
}

fn why(company: &TestCompany) -> String {
    company.character("Ana").expect("she is there").why
}

fn until(company: &TestCompany, limit: Duration, words: &str) {
    company.run_until(limit, words, |company| {
        company.character("Ana").is_some_and(|ana| ana.why.contains(words))
    });
}

#[test]
fn what_was_gathered_is_sold_to_who_wants_it() {
    let company = ana_gathers_and_then(
        json!({"strategy": "trading", "config": {"item": "copper_ore", "min_price": 1, "below_cost": true}}),
    );
    until(&company, HOUR, "Sold all copper_ore there was: 40 for ");
    let told = why(&company);
    let earned: i64 =
        told.strip_suffix(" gold").and_then(|told| told.rsplit(' ').next()?.parse().ok()).expect(&told);
    // In the purse what she sold to others' orders, in the bank what others bought from hers.
    company.run_until(5 * MINUTE, "the gold is seen", |company| {
        let scene = company.company().board().scene(&"Ana".parse().expect("a name"));
        scene.is_some_and(|scene| scene.character.gold + scene.bank.map_or(0, |bank| bank.gold) == earned)
    });
    assert_eq!(company.stats().refusals.len(), 0, "{:?}", company.stats().refusals);
    company.assert_everything_is_recorded_once();
}

#[test]
fn what_was_bought_is_carried_or_in_the_bank() {
    let earning = json!({"strategy": "combat", "config": {"monster": "chicken"},
        "until": [{"when": "gold", "at_least": 20}]});
    let buying = json!({"strategy": "trading",
        "config": {"side": "buy", "item": "copper_ore", "quantity": 5, "max_price": 4}});
    let company = ana_does("workflow", json!({"steps": [earning, buying]}));
    until(&company, 6 * HOUR, "Bought 5 copper_ore for ");
    let scene = company.company().board().scene(&"Ana".parse().expect("a name")).expect("she is there");
    let ore = "copper_ore".parse().expect("a code");
    let banked = scene.bank.and_then(|bank| bank.items.get(&ore).copied()).unwrap_or_default();
    assert_eq!(scene.character.inventory.count(&ore) + banked, 5);
    company.assert_everything_is_recorded_once();
}

#[test]
fn while_an_order_stands_its_book_is_read_once_a_minute() {
    let company = ana_gathers_and_then(
        json!({"strategy": "trading", "config": {"item": "copper_ore", "min_price": 1000}}),
    );
    until(&company, HOUR, "Waiting for others to fill");
    assert_eq!(why(&company), "Waiting for others to fill an order to sell 40 copper_ore");
    let before = (company.faults().asked(BOOK), company.faults().asked(OWN));
    company.run_for(HOUR);
    let (books, owns) = (company.faults().asked(BOOK) - before.0, company.faults().asked(OWN) - before.1);
    assert!((50..=61).contains(&books) && (50..=61).contains(&owns), "{books} and {owns} in an hour");
    company.assert_everything_is_recorded_once();
}

#[test]
fn who_does_not_trade_has_no_orders_of_its_own_read() {
    let company = ana_does("gathering", json!({"skill": "mining"}));
    company.run_for(HOUR);
    assert_eq!(company.faults().asked(OWN), 0);
}

#[test]
fn an_order_whose_reply_was_lost_is_not_placed_again() {
    let company = ana_gathers_and_then(
        json!({"strategy": "trading", "config": {"item": "copper_ore", "min_price": 1000}}),
    );
    company.faults().once(OFFER, Fault::ReplyCut);
    until(&company, HOUR, "Waiting for others to fill an order to sell 40 copper_ore");
    company.run_for(10 * MINUTE);
    assert_eq!(company.faults().asked(OFFER), 1);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_trade_waits_for_a_market_that_is_away_and_goes_on_with_it() {
    let company = ana_gathers_and_then(
        json!({"strategy": "trading", "config": {"item": "copper_ore", "min_price": 1, "below_cost": true}}),
    );
    company.run_for(MINUTE);
    company.take_away("market");
    until(&company, HOUR, "Waiting until the order book of copper_ore is read");
    company.bring_back("market");
    until(&company, HOUR, "Sold all copper_ore there was");
    company.assert_everything_is_recorded_once();
}

#[test]
fn on_paper_what_was_sold_is_read_with_each_book() {
    let company = ana_gathers_and_then(json!({"strategy": "trading",
        "config": {"item": "copper_ore", "min_price": 1000, "paper": true}}));
    until(&company, HOUR, "On paper: ");
    let sales = || company.faults().asked_below("/grandexchange/history/copper_ore");
    let before = sales();
    company.run_for(HOUR);
    assert!((50..=65).contains(&(sales() - before)), "{} in an hour", sales() - before);
}

#[test]
fn a_trade_on_paper_outlives_the_program() {
    let mut company = ana_gathers_and_then(json!({"strategy": "trading",
        "config": {"item": "copper_ore", "min_price": 1, "below_cost": true, "paper": true}}));
    company.run_until(6 * HOUR, "some are sold on paper", |company| {
        offered(company).is_some_and(|left| left < 40)
    });
    let (done, before) = (automation(&company).tally.actions, offered(&company));
    company.crash();
    until(&company, 5 * MINUTE, "On paper: ");
    let after = offered(&company);
    assert_eq!(automation(&company).tally.actions, done);
    assert!(
        after.is_some() && after <= before,
        "{before:?} were left to be sold, and {after:?} after the crash"
    );
}

/// How many pieces stand in orders on paper, if any do.
fn offered(company: &TestCompany) -> Option<u32> {
    let why = company.character("Ana")?.why;
    why.strip_prefix("On paper: ")?.strip_suffix(" copper_ore")?.rsplit(' ').next()?.parse().ok()
}
