//! What the company knows of its bank: read once, kept up by what replies tell, and read again when in doubt.

use std::collections::BTreeMap;

use actors::board::{AutomationStatus, Stock};
use game::ItemCode;
use planner::Mind;
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

#[test]
fn two_crafters_never_count_on_the_same_ore() {
    let mind = |strategy, config| Mind::new(strategy, config).expect("a mind");
    let gatherer = mind("gathering", json!({"resource": "copper_rocks"}));
    let characters = ["Ana", "Bob"].map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds: vec![gatherer], ..Setup::default() });
    company.run_for(MINUTE);
    let ore: ItemCode = "copper_ore".parse().expect("a code");
    company.look_every(MINUTE, 6 * HOUR, "there is ore in the bank", |company| {
        bank(company).bank.count(&ore) >= 150
    });
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
