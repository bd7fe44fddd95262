//! A camp of goblins that only an event brings.

use game::{Action, character::Slot};
use serde_json::json;

use super::*;
use crate::fixture::{Given, given, walk};

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
fn who_wants_what_only_an_event_brings_goes_there_while_it_is_on() {
    assert_eq!(goblins().goblins_for(30).action(), walk(12));
    assert_eq!(goblins().goblins_for(30).at(12).action(), Action::Fight);
}

#[test]
fn who_wants_what_only_an_event_brings_waits_until_it_comes() {
    let words = "Waiting for goblin: it appears in the event Goblin Camp, which is not on now and comes about every 17 \
                 hours";
    waits(goblins(), 300, words);
    waits(goblins().goblins_for(30).minutes_later(30), 300, words);
}

#[test]
fn an_event_that_would_be_over_too_soon_is_left_alone() {
    let words = "Waiting for goblin: the event Goblin Camp that brings it is over before one could be there";
    waits(goblins().goblins_for(1), 60, words);
    // Who stands there stays to the end.
    assert_eq!(goblins().goblins_for(1).at(12).action(), Action::Fight);
}

#[test]
fn the_tile_of_an_event_does_not_have_what_it_has_otherwise() {
    let masters = |given: &Given| {
        given.look(|situation| situation.tiles_with(&ContentType::TasksMaster, "items").count())
    };
    assert_eq!(masters(&goblins()), 1);
    assert_eq!(masters(&goblins().goblins_for(30)), 0);
}

#[test]
fn the_best_monster_is_chosen_again_when_an_event_brings_a_better_one() {
    let mut free = given("combat", json!({})).wears(Slot::Weapon, "sword").at(1);
    assert_eq!(free.action(), walk(4));
    let mut free = free.goblins_for(30).at(11);
    assert_eq!(free.action(), walk(12));
}
