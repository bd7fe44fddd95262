//! Plans that run in circles, told as scenes in the small world (see [`crate::fixture`]).

use game::{Detail, SimpleItem, character::Slot, outcome::Yield};
use serde_json::json;

use super::{IN_VAIN, ROUNDS};
use crate::{
    Decision,
    fixture::{Given, given},
};

fn gathered(xp: i64) -> Detail {
    let items = (xp > 0).then(|| SimpleItem::new("copper_ore".parse().unwrap(), 1));
    Detail::Gathered { resource: None, skill: None, gain: Yield { xp, items: items.into_iter().collect() } }
}

/// A miner whose gathers bring so much xp, and ore with it; the character stays as it is.
fn mine(ana: &mut Given, times: u32, xp: i64) {
    for _ in 0..times {
        let action = ana.action();
        ana.applied(&action, gathered(xp));
    }
}

fn miner() -> Given {
    given("gathering", json!({"resource": "copper_rocks"})).wears(Slot::Weapon, "stick").at(3)
}

#[test]
fn the_same_action_in_the_same_state_again_and_again_is_a_circle() {
    let mut ana = miner();
    mine(&mut ana, ROUNDS, 0);
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    let why = decision.why();
    assert_eq!(
        why.text,
        "The plan runs in a circle: it came by the same place 5 times. It is in quarantine since 13:46 UTC"
    );
    assert!(why.unblock.as_ref().unwrap().ends_with("it tries again at 14:16 UTC"), "{why:?}");
}

#[test]
fn what_brings_something_is_no_circle() {
    let mut ana = miner();
    mine(&mut ana, 2 * IN_VAIN, 1);
    assert!(ana.step().action().is_some());
}

#[test]
fn a_long_row_of_different_actions_without_any_gain_leads_nowhere() {
    let mut ana = miner();
    for _ in 0..IN_VAIN {
        ana.character.hp -= 1;
        mine(&mut ana, 1, 0);
    }
    let text = ana.step().why().text.clone();
    assert!(text.starts_with("The plan leads nowhere: 120 actions in a row brought nothing"), "{text}");
}

#[test]
fn a_gain_in_between_begins_the_count_anew() {
    let mut ana = miner();
    for _ in 0..3 * ROUNDS {
        mine(&mut ana, ROUNDS - 1, 0);
        mine(&mut ana, 1, 5);
    }
    assert!(ana.step().action().is_some());
}

#[test]
fn after_the_quarantine_it_tries_again() {
    let mut ana = miner();
    mine(&mut ana, ROUNDS, 0);
    assert!(ana.step().action().is_none());
    ana = ana.minutes_later(29);
    assert!(ana.step().action().is_none());
    ana = ana.minutes_later(1);
    assert!(ana.step().action().is_some());
}

#[test]
fn a_player_may_let_it_try_again_at_once() {
    let mut ana = miner();
    mine(&mut ana, ROUNDS, 0);
    assert!(ana.step().action().is_none());
    ana.mind.retry();
    assert!(ana.step().action().is_some());
}

#[test]
fn a_quarantine_outlives_a_restart() {
    let mut ana = miner();
    mine(&mut ana, ROUNDS, 0);
    let before = ana.step();
    let text = serde_json::to_string(&ana.mind).unwrap();
    ana.mind = serde_json::from_str(&text).unwrap();
    assert_eq!(ana.step(), before);
}
