//! Rest or food, and food from the bank.

use game::{Action, SimpleItem};
use serde_json::json;

use super::{heal, provision};
use crate::fixture::{Given, given, walk};

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

fn provisioning(given: &Given) -> Option<Action> {
    given.look(|situation| provision(situation)?.action().cloned())
}

fn withdraw(quantity: u32) -> Option<Action> {
    Some(Action::WithdrawItem { items: vec![SimpleItem::new("apple".parse().unwrap(), quantity)] })
}

#[test]
fn food_in_the_bank_is_taken_along_up_to_a_quarter_of_the_bag() {
    assert_eq!(provisioning(&ana().at(2).bank_holds("apple", 10)), withdraw(10));
    assert_eq!(provisioning(&ana().at(2).bank_holds("apple", 900)), withdraw(25));
    assert_eq!(provisioning(&ana().at(2).bank_holds("egg", 10)), None);
}

#[test]
fn who_has_food_takes_no_more_along() {
    assert_eq!(provisioning(&ana().at(2).bank_holds("apple", 10).carries("apple", 1)), None);
}

#[test]
fn a_walk_for_food_is_made_when_it_saves_more_rest_than_it_takes() {
    // An apple saves 42 s of rest and costs 3 s; the walk from 7 to the bank and back takes 50 s.
    assert_eq!(provisioning(&ana().at(7).bank_holds("apple", 1)), None);
    assert_eq!(provisioning(&ana().at(7).bank_holds("apple", 2)), Some(walk(2)));
}
