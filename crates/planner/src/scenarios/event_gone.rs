//! What only an event brings is not there, not any more, or not for long: a camp of goblins.

use game::{Action, RefusalCode, character::Slot};
use serde_json::json;

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

const NOT_ON: &str = "Waiting for goblin: it appears in the event Goblin Camp, which is not on now and comes about every 17 hours";

fn goblins() -> Given {
    given("combat", json!({"monster": "goblin"})).wears(Slot::Weapon, "sword")
}

#[track_caller]
fn waits(mut given: Given, seconds: i64, words: &str) {
    let now = given.now;
    let Decision::Wait { until, why } = given.step() else { panic!("no wait but {:?}", given.step()) };
    assert_eq!((until.duration_since(now).as_secs(), why.text.as_str()), (seconds, words));
}

#[test]
fn who_wants_what_it_brings_goes_there_while_it_is_on() {
    assert_eq!(goblins().goblins_for(30).action(), walk(12));
    assert_eq!(goblins().goblins_for(30).at(12).action(), Action::Fight);
}

#[test]
fn who_wants_what_it_brings_waits_until_it_comes() {
    waits(goblins(), 300, NOT_ON);
}

#[test]
fn who_was_on_its_way_when_it_went_waits_for_the_next_one() {
    let mut ana = goblins().goblins_for(30);
    assert_eq!(ana.action(), walk(12));
    waits(ana.at(12).minutes_later(30), 300, NOT_ON);
}

#[test]
fn one_that_would_be_over_too_soon_is_left_alone() {
    let words = "Waiting for goblin: the event Goblin Camp that brings it is over before one could be there";
    waits(goblins().goblins_for(1), 60, words);
    assert_eq!(goblins().goblins_for(1).at(12).action(), Action::Fight, "who stands there stays to the end");
}

#[test]
fn one_that_went_before_anybody_was_told_is_left_alone() {
    let mut ana = goblins().goblins_for(30).at(12);
    assert_eq!(ana.refused(RefusalCode::ContentNotFound), Action::Fight);
    let decision = ana.step();
    assert!(decision.action().is_none(), "{decision:?}");
    assert!(matches!(ana.minutes_later(11).step(), Decision::Act { .. }), "it is looked at again");
}

#[test]
fn the_best_monster_is_chosen_again_when_it_comes_and_when_it_goes() {
    let free = || given("combat", json!({})).wears(Slot::Weapon, "sword");
    assert_eq!(free().at(1).action(), walk(4));
    let mut ana = free().at(11).goblins_for(30);
    assert_eq!(ana.action(), walk(12));
    assert_eq!(ana.minutes_later(30).action(), walk(4));
}

#[test]
fn what_it_hides_is_out_of_reach_until_it_goes() {
    let mut ana = given("task", json!({"kind": "items"})).goblins_for(30);
    let decision = ana.step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert!(why.unblock.is_some(), "{why:?}");
    assert_eq!(ana.minutes_later(30).action(), walk(12));
}
