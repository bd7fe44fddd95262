//! Tests of the conditions on items, tiles and transitions (RULES §5).

use super::*;
use crate::{
    character::{Equipped, Slot},
    fixture::{self, condition},
    xp,
};

/// Ana at level 10, mining 20, with 500 gold, one key in the bag and a cloak on.
fn ana() -> Character {
    let mut ana = fixture::ana();
    ana.combat = xp::at_level(10);
    ana.skills.insert(Skill::Mining, xp::at_level(20));
    ana.gold = 500;
    ana.inventory.add(&fixture::code("key"), 1).unwrap();
    ana.equipment.insert(Slot::BodyArmor, Equipped { code: fixture::code("cloak"), quantity: 1 });
    ana
}

#[track_caller]
fn check(code: &str, operator: Operator, value: i64, expected: bool) {
    assert_eq!(hold(&[condition(code, operator, value)], &ana()), expected);
}

#[test]
fn a_level_greater_than_nine_is_ten() {
    check("level", Operator::Gt, 9, true);
    check("level", Operator::Gt, 10, false);
}

#[test]
fn numbers_of_the_sheet_are_compared() {
    check("level", Operator::Eq, 10, true);
    check("level", Operator::Ne, 10, false);
    check("level", Operator::Lt, 11, true);
    check("mining_level", Operator::Gt, 19, true);
    check("alchemy_level", Operator::Gt, 1, false);
    check("gold", Operator::Lt, 500, false);
    check("initiative", Operator::Eq, 100, true);
    check("max_hp", Operator::Eq, 120, true);
    check("max_xp", Operator::Eq, 2100, true);
    check("res_fire", Operator::Lt, 1, true);
    check("map_id", Operator::Eq, 271, true);
    check("x", Operator::Lt, 0, false);
    check("inventory_max_items", Operator::Gt, 99, true);
    check("task_total", Operator::Eq, 0, true);
    check("mining_max_xp", Operator::Eq, 8200, true);
    check("mining_xp", Operator::Ne, 0, false);
}

#[test]
fn a_field_nobody_knows_never_holds() {
    check("charisma", Operator::Gt, 0, false);
    check("charisma", Operator::Ne, 0, false);
    check("dancing_level", Operator::Lt, 99, false);
}

#[test]
fn a_cost_holds_when_it_can_be_paid_from_the_purse_or_the_bag() {
    check("gold", Operator::Cost, 500, true);
    check("gold", Operator::Cost, 501, false);
    check("key", Operator::Cost, 1, true);
    check("key", Operator::Cost, 2, false);
    check("cloak", Operator::Cost, 1, false);
}

#[test]
fn an_item_is_had_in_the_bag_or_worn() {
    check("key", Operator::HasItem, 1, true);
    check("cloak", Operator::HasItem, 1, true);
    check("cloak", Operator::HasItem, 2, false);
    check("crown", Operator::HasItem, 1, false);
}

#[test]
fn an_achievement_holds_for_those_who_have_it() {
    let wanted = [condition("clean_the_lab", Operator::AchievementUnlocked, 1)];
    assert!(!hold(&wanted, &ana()));
    assert!(hold_with(&wanted, &ana(), |code| code == "clean_the_lab"));
}

#[test]
fn all_conditions_must_hold_and_none_is_no_hindrance() {
    let [yes, no] = [9, 10].map(|level| condition("level", Operator::Gt, level));
    assert!(hold(&[], &ana()));
    assert!(!hold(&[yes, no], &ana()));
}

#[test]
fn an_operator_of_a_newer_season_never_holds() {
    check("level", Operator::Other("at_least".to_owned()), 1, false);
}
