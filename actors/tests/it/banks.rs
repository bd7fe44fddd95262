//! What the company knows of its bank: read once, kept up by what replies tell, and read again when in doubt.

use std::collections::BTreeMap;

use actors::board::{ActionOutcome, AutomationStatus, Stock};
use game::{ItemCode, data::ContentType};
use planner::{Mind, Order};
use serde_json::json;
use test_support::company::{Fault, Setup, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND};

const BANK: &str = "/my/bank/items";
const DEPOSIT: &str = "/my/Ana/action/bank/deposit/item";

fn ana_alone() -> TestCompany {
    let company =
        TestCompany::start(Setup { characters: vec!["Ana".parse().expect("a name")], ..Setup::default() });
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 1);
    company
}

fn until_a_deposit(company: &TestCompany) {
    let before = company.faults().asked(DEPOSIT);
    company.run_until(2 * HOUR, "Ana's bag is full", |company| company.faults().asked(DEPOSIT) > before);
}

#[test]
fn a_bank_is_read_once_and_kept_up_by_replies() {
    let company = ana_alone();
    until_a_deposit(&company);
    company.run_for(10 * MINUTE);
    assert_eq!(company.faults().asked(BANK), 1);
}

#[test]
fn a_bank_is_read_again_after_a_deposit_whose_reply_was_lost() {
    let company = ana_alone();
    company.faults().once(DEPOSIT, Fault::ReplyCut);
    until_a_deposit(&company);
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 2);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_coordinator_that_was_away_reads_the_bank_at_the_next_change() {
    let company = ana_alone();
    company.take_away("coordinator");
    company.run_for(MINUTE);
    company.bring_back("coordinator");
    until_a_deposit(&company);
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 2);
    let doing = company.node("coordinator").doing.map(|doing| doing.text);
    assert_eq!(doing.as_deref(), Some("knows 1 bank"));
}

/// The bank of the demo account as the board has it.
pub(crate) fn bank(company: &TestCompany) -> Stock {
    let account = "demo".parse().expect("a name");
    company.company().board().bank(&account).expect("the bank was read")
}

/// What of each item those who see it may count on, of what they need for what they do.
pub(crate) fn counted_on(company: &TestCompany) -> BTreeMap<ItemCode, u32> {
    let mut counted: BTreeMap<ItemCode, u32> = BTreeMap::new();
    for name in company.names() {
        let Some(scene) = company.company().board().scene(name) else { continue };
        let seen = scene.bank.unwrap_or_default();
        for (code, claim) in scene.claims {
            *counted.entry(code.clone()).or_default() += claim.quantity.min(seen.count(&code));
        }
    }
    counted
}

/// Ana gathers copper ore and Bob something, until there is so much ore in their bank.
fn two_with_ore(least: u32, of_bob: &str) -> TestCompany {
    let minds = ["copper_rocks", of_bob].map(|code| mind("gathering", json!({"resource": code}))).into();
    let characters = ["Ana", "Bob"].map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds, ..Setup::default() });
    company.run_for(MINUTE);
    company.look_every(MINUTE, 6 * HOUR, "there is ore in the bank", |company| ore(company) >= least);
    company
}

fn mind(strategy: &str, config: serde_json::Value) -> Mind {
    Mind::new(strategy, config).expect("a mind")
}

/// How much copper ore there is in the bank.
fn ore(company: &TestCompany) -> u32 {
    bank(company).bank.count(&"copper_ore".parse().expect("a code"))
}

#[test]
fn two_crafters_never_count_on_the_same_ore() {
    let company = two_with_ore(150, "copper_rocks");
    for name in company.names() {
        let smith = mind("crafting", json!({"item": "copper_bar", "quantity": 20}));
        company.block_on(company.company().start_automation(name, smith)).expect("starts");
    }
    let mut most = 0;
    for _ in 0..1800 {
        company.run_for(SECOND);
        let counted = counted_on(&company);
        for (code, quantity) in &counted {
            let there = bank(&company).bank.count(code);
            assert!(*quantity <= there, "{quantity} {code} are counted on, of {there}");
        }
        most = most.max(counted.len());
    }
    assert!(most > 0, "somebody counted on something");
    company.run_until(6 * HOUR, "both have made theirs", |company| {
        company
            .characters()
            .iter()
            .all(|view| view.automation.as_ref().is_some_and(|run| run.status == AutomationStatus::Done))
    });
    assert_eq!(counted_on(&company), BTreeMap::new(), "nothing is reserved for ever");
}

#[test]
fn two_who_want_a_stack_in_the_same_moment_take_it_once_and_count_on_nothing_more() {
    let company = two_with_ore(20, "ash_tree");
    let season = company.block_on(company.company().season()).expect("the season is known");
    let bank_tile = season.maps.with_content_type(&ContentType::Bank).next().expect("there is a bank").map_id;
    for name in company.names() {
        let order = company.company().order(name, Order::Travel { map_id: bank_tile });
        company.block_on(order).expect("takes orders");
    }
    company.run_for(2 * MINUTE);
    let smith = || mind("crafting", json!({"item": "copper_bar", "sources": ["bank"]}));
    let [ana, bob] = company.names() else { panic!("there are two") };
    let start = |name| company.company().start_automation(name, smith());
    let (one, other) = company.block_on(async { tokio::join!(start(ana), start(bob)) });
    assert!(one.is_ok() && other.is_ok(), "{one:?}, {other:?}");
    company.run_for(10 * MINUTE);
    let lines = || company.characters().into_iter().flat_map(|view| view.last_actions);
    let taken = lines().filter(|line| line.action.starts_with("withdraw"));
    let applied = taken.filter(|line| line.outcome == ActionOutcome::Applied).count();
    assert_eq!((applied, ore(&company), counted_on(&company)), (1, 0, BTreeMap::new()));
    // Whoever was late has learned it before it asked, or from a refusal; never from two.
    assert!(lines().filter(|line| line.outcome == ActionOutcome::Refused).count() <= 1);
}
