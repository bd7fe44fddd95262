//! The cooldown and the reason of every action.

use game::{
    action::{EquipItem, UnequipItem},
    character::Slot,
};

use super::*;

mod every;

#[track_caller]
fn check(mut stage: Stage, action: Action, reason: &str, seconds: u32) {
    let cooldown = stage.done(action).cooldown;
    assert_eq!((cooldown.reason.as_str(), cooldown.total_seconds), (reason, seconds));
}

fn wear(items: &[(&str, Slot)]) -> Action {
    let items = items.iter().map(|(item, slot)| EquipItem { code: code(item), slot: *slot, quantity: 1 });
    Action::Equip { items: items.collect() }
}

#[test]
fn a_walk_takes_five_seconds_a_tile() {
    check(Stage::new(), go(2), "movement", 5);
    check(Stage::new(), go(6), "movement", 25);
    check(Stage::new(), go(15), "movement", 20);
}

#[test]
fn a_transition_takes_five_seconds() {
    check(Stage::new().at(13), Action::Transition, "transition", 5);
}

#[test]
fn a_fight_takes_two_seconds_a_turn_less_haste() {
    let calm = |ana: &mut Character| ana.stats.critical_strike = 0;
    check(Stage::new().at(2).sheet(calm), Action::Fight, "fight", 58);
    let hasty = Stage::new().at(2).sheet(calm).sheet(|ana| ana.stats.haste = 50);
    check(hasty, Action::Fight, "fight", 29);
    let quick = Stage::new().at(2).sheet(|ana| ana.stats.attack.earth = 60);
    check(quick, Action::Fight, "fight", 5);
}

#[test]
fn a_rest_takes_a_second_per_missing_percent() {
    check(Stage::new(), Action::Rest, "rest", 3);
    check(Stage::new().sheet(|ana| ana.hp = 60), Action::Rest, "rest", 50);
}

#[test]
fn a_gather_takes_longer_for_harder_resources_and_less_with_the_right_tool() {
    check(Stage::new().at(3), Action::Gathering, "gathering", 31);
    let mut stage = Stage::new().at(3).carrying("pickaxe", 1);
    stage.done(wear(&[("pickaxe", Slot::Weapon)]));
    check(stage, Action::Gathering, "gathering", 27);
}

#[test]
fn a_craft_takes_five_seconds_each() {
    check(Stage::new().at(7).carrying("copper_ore", 6), craft("copper_bar", 3), "crafting", 15);
}

#[test]
fn equipping_and_unequipping_take_three_seconds_a_slot() {
    let mut stage = Stage::new().carrying("cloak", 1).carrying("boots", 1);
    let both = wear(&[("cloak", Slot::BodyArmor), ("boots", Slot::Boots)]);
    assert_eq!(stage.done(both).cooldown.total_seconds, 6);
    let items = vec![UnequipItem { slot: Slot::Boots, quantity: 1 }];
    check(stage, Action::Unequip { items }, "unequip", 3);
}

#[test]
fn using_takes_three_seconds_however_many() {
    check(Stage::new().carrying("roast", 5), eat("roast", 5), "use", 3);
}

#[test]
fn bank_transfers_take_three_seconds_a_different_item() {
    let stage = || Stage::new().at(4).carrying("key", 5).carrying("feather", 1);
    let items = vec![some("key", 1), some("feather", 1), some("key", 1)];
    check(stage(), Action::DepositItem { items: items.clone() }, "deposit_item", 6);
    let stage = stage().banked("key", 2).banked("feather", 1);
    check(stage, Action::WithdrawItem { items }, "withdraw_item", 6);
}

#[test]
fn a_repeated_item_can_be_set_to_cost_again() {
    let rules = Rules { count_distinct_items: false, ..Rules::default() };
    let stage = Stage::with(rules).at(4).carrying("key", 5);
    check(stage, Action::DepositItem { items: vec![some("key", 1), some("key", 1)] }, "deposit_item", 6);
}

#[test]
fn gold_in_and_out_of_the_bank_takes_three_seconds() {
    let mut stage = Stage::new().at(4).sheet(|ana| ana.gold = 10);
    assert_eq!(stage.done(Action::DepositGold { quantity: 10 }).cooldown.total_seconds, 3);
    check(stage, Action::WithdrawGold { quantity: 10 }, "withdraw_gold", 3);
}
