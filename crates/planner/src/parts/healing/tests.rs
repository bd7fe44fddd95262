//! Rest or food, and food from the bank.

use game::{Action, SimpleItem};
use serde_json::json;

use super::{heal, provision};
use crate::fixture::{Given, given};

fn ana() -> Given {
    given("combat", json!({}))
}

fn eat(quantity: u32) -> Option<Action> {
    Some(Action::Use { code: "apple".parse().unwrap(), quantity })
}

/// What is done with fewer than 100 of 120 hit points.
fn healing(given: &Given, may_eat: bool) -> Option<Action> {
    given.look(|situation| heal(situation, 100, may_eat)?.action().cloned())
}

#[test]
fn enough_hit_points_need_nothing() {
    assert_eq!(healing(&ana().hp(100), true), None);
}

#[test]
fn without_food_the_character_rests() {
    assert_eq!(healing(&ana().hp(99), true), Some(Action::Rest));
}

#[test]
fn food_is_eaten_where_that_is_quicker_than_resting() {
    // 99 hp are missing: one apple of 50 gives too little, and the second still counts nearly whole.
    assert_eq!(healing(&ana().hp(21).carries("apple", 9), true), eat(2));
}

#[test]
fn no_more_food_is_eaten_than_is_carried() {
    assert_eq!(healing(&ana().hp(1).carries("apple", 1), true), eat(1));
}

#[test]
fn a_rest_that_is_quicker_than_a_meal_keeps_the_food() {
    let ana = ana().hp(118).carries("apple", 9);
    let action = ana.look(|situation| heal(situation, 120, true)?.action().cloned());
    assert_eq!(action, Some(Action::Rest));
}

#[test]
fn food_stays_in_the_bag_when_it_may_not_be_eaten() {
    assert_eq!(healing(&ana().hp(21).carries("apple", 9), false), Some(Action::Rest));
}

#[test]
fn more_than_all_hit_points_are_never_waited_for() {
    let ana = ana();
    assert!(ana.look(|situation| heal(situation, 10_000, true)).is_none());
}

#[test]
fn food_is_taken_along_only_by_someone_at_the_bank_without_any() {
    let withdraw =
        |given: &Given| given.look(|situation| provision(situation)?.action().cloned());
    let apples = |quantity| {
        Some(Action::WithdrawItem { items: vec![SimpleItem::new("apple".parse().unwrap(), quantity)] })
    };
    assert_eq!(withdraw(&ana().at(2).bank_holds("apple", 10)), apples(10));
    assert_eq!(withdraw(&ana().at(2).bank_holds("apple", 900)), apples(25));
    assert_eq!(withdraw(&ana().at(3).bank_holds("apple", 10)), None);
    assert_eq!(withdraw(&ana().at(2).bank_holds("apple", 10).carries("apple", 1)), None);
    assert_eq!(withdraw(&ana().at(2).bank_holds("egg", 10)), None);
}
