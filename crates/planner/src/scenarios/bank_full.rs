//! Every slot of the bank is taken.

use game::{Action, RefusalCode, SimpleItem, character::Slot};
use serde_json::json;

use super::{blocks, fighter, miner};
use crate::{
    Decision,
    fixture::{Given, given, walk},
};

const UNBLOCK: &str = "Free a slot in the bank, or bring the gold for a bank expansion";

/// A bank whose only slot holds something else.
fn with_a_full_bank(given: Given) -> Given {
    given.bank_slots(1).bank_holds("gem", 1)
}

#[test]
fn a_gatherer_blocks() {
    blocks(
        &mut with_a_full_bank(miner().carries("copper_ore", 100)),
        "Bag is full (100 of 100), and the bank (1 slots) takes nothing of it: it has no free slot or refused the items",
        UNBLOCK,
    );
}

#[test]
fn a_fighter_blocks() {
    blocks(
        &mut with_a_full_bank(fighter().carries("hide", 100)),
        "Bag is full (100 of 100), and the bank (1 slots) takes nothing of it: it has no free slot or refused the items",
        UNBLOCK,
    );
}

#[test]
fn what_the_bank_has_already_still_goes_in() {
    let mut ana =
        miner().at(2).carries("copper_ore", 60).carries("egg", 40).bank_slots(1).bank_holds("egg", 1);
    let items = vec![SimpleItem::new("egg".parse().unwrap(), 40)];
    assert_eq!(ana.action(), Action::DepositItem { items });
}

#[test]
fn it_is_made_larger_when_there_is_gold_for_it() {
    let rich = |purse, in_bank| {
        let mut ana = with_a_full_bank(miner().at(2).carries("copper_ore", 100)).gold(purse);
        let bank = ana.bank.as_mut().unwrap();
        (bank.next_expansion_cost, bank.gold) = (3500, in_bank);
        ana
    };
    assert_eq!(rich(3500, 0).action(), Action::BuyBankExpansion);
    assert_eq!(rich(3000, 500).action(), Action::WithdrawGold { quantity: 500 });
    assert!(matches!(rich(3000, 499).step(), Decision::Blocked { .. }));
}

#[test]
fn a_bank_that_turns_out_to_be_full_is_tried_again_later() {
    let mut ana = miner().at(2).carries("copper_ore", 100).nobody_has_seen_the_bank();
    assert!(matches!(ana.refused(RefusalCode::BankFull), Action::DepositItem { .. }));
    blocks(
        &mut ana,
        "Bag is full (100 of 100), and the bank takes nothing of it: it has no free slot or refused the items",
        UNBLOCK,
    );
    assert!(matches!(ana.minutes_later(11).action(), Action::DepositItem { .. }));
}

#[test]
fn a_crafter_keeps_what_it_has_made_and_goes_on() {
    let config = json!({"item": "dagger", "deposit": "after_crafting"});
    assert_eq!(with_a_full_bank(given("crafting", config).at(9).carries("dagger", 1)).action(), walk(5));
}

#[test]
fn a_learner_trains_what_needs_no_room() {
    let config = json!({"skills": ["mining", "weaponcrafting"], "combat": false, "upgrade_hours": 0});
    let full = given("leveling", config).at(9).wears(Slot::Weapon, "stick");
    let mut ana = with_a_full_bank(full.carries("copper_bar", 100));
    assert!(matches!(ana.action(), Action::Crafting { .. }));
}

#[test]
fn who_is_to_stop_stops_where_it_is() {
    let mut ana = with_a_full_bank(miner().at(2).carries("copper_ore", 5));
    ana.mind.wind_down();
    let decision = ana.step();
    assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
}
