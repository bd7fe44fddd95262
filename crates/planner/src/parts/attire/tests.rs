//! What is put on for work, and for how much work.
//!
//! A gather of copper brings 13 xp, in the cap 15: it saves 2 of 15 seconds.

use game::{Action, SimpleItem, character::Slot};
use serde_json::json;

use super::{Attire, Work};
use crate::{
    decision::Decision,
    estimate::Aim,
    fixture::{Given, given, walk},
    parts::gear,
};

const HOURS: f64 = 36_000.0;

fn ana() -> Given {
    given("gathering", json!({})).at(3)
}

fn decision(given: &Given, aim: Aim<'_>, seconds: f64) -> Option<Decision> {
    given.look(|situation| {
        let work = Work { resource: situation.data.resource("copper_rocks")?, aim, seconds };
        let attire = Attire::of(situation, work)?;
        attire.step(situation, gear::put_on).or_else(|| attire.step(situation, gear::fetch))
    })
}

/// The next step of dressing for so many seconds of mining copper for xp.
fn step(given: &Given, seconds: f64) -> Option<Action> {
    decision(given, Aim::Xp, seconds)?.action().cloned()
}

/// What is put on, and where.
fn put_on(given: &Given) -> Option<(String, Slot)> {
    let Some(Action::Equip { items }) = step(given, HOURS) else { return None };
    Some((items[0].code.to_string(), items[0].slot))
}

/// The same when it is for an item.
fn why_for(given: &Given, item: &str) -> Option<String> {
    Some(decision(given, Aim::Item(&item.parse().unwrap()), HOURS)?.why().text.clone())
}

#[test]
fn gear_is_put_on_when_it_saves_twice_the_time_of_changing_to_and_fro() {
    let ana = ana().carries("cap", 1);
    assert_eq!(step(&ana, 179.0), None);
    assert!(matches!(step(&ana, 181.0), Some(Action::Equip { .. })));
}

#[test]
fn the_way_to_the_bank_must_pay_as_well() {
    let ana = ana().bank_holds("cap", 1);
    assert_eq!(step(&ana, 374.0), None);
    assert_eq!(step(&ana, 376.0), Some(walk(2)));
    let items = vec![SimpleItem::new("cap".parse().unwrap(), 1)];
    assert_eq!(step(&ana.at(2), 226.0), Some(Action::WithdrawItem { items }));
}

#[test]
fn it_says_what_it_brings() {
    let why = decision(&ana().carries("cap", 1), Aim::Xp, HOURS).unwrap().why().text.clone();
    assert_eq!(why, "Putting on cap: gear for mining brings 15.4 % more xp");
}

#[test]
fn what_is_no_better_than_what_is_worn_is_left() {
    assert_eq!(put_on(&ana().wears(Slot::Helmet, "cap").carries("cap", 1).carries("helmet", 1)), None);
}

#[test]
fn wisdom_that_rounding_swallows_is_left() {
    let mut ana = ana().carries("sash", 1);
    assert_eq!(put_on(&ana), Some(("sash".to_owned(), Slot::Bag)));
    // 13 × 1.04 and 13 × 1.09 are both 14.
    ana.character.stats.wisdom = 40;
    assert_eq!(put_on(&ana), None);
}

#[test]
fn rings_go_on_both_fingers_and_the_weaker_one_makes_room() {
    let ring = |given: &Given| put_on(given).map(|(_, slot)| slot);
    assert_eq!(ring(&ana().wears(Slot::Ring1, "band").carries("band", 1)), Some(Slot::Ring2));
    let both = ana().wears(Slot::Ring1, "band").wears(Slot::Ring2, "ring");
    assert_eq!(ring(&both.carries("band", 1)), Some(Slot::Ring2));
}

#[test]
fn an_artifact_is_worn_once() {
    let ana = ana().carries("charm", 1);
    assert!(why_for(&ana, "gem").is_some());
    assert_eq!(why_for(&ana.wears(Slot::Artifact1, "charm"), "gem"), None);
}

#[test]
fn an_artifact_in_bag_and_bank_is_wished_for_once() {
    let gem = "gem".parse().unwrap();
    let wishes = ana().carries("charm", 1).bank_holds("charm", 1).look(|situation| {
        let resource = situation.data.resource("copper_rocks").unwrap();
        Attire::of(situation, Work { resource, aim: Aim::Item(&gem), seconds: HOURS }).unwrap().wishes
    });
    assert_eq!(wishes.len(), 1);
}

#[test]
fn what_drops_seldom_is_found_more_often_and_what_always_drops_is_not() {
    let ana = ana().carries("charm", 1).carries("cap", 1);
    let why = why_for(&ana, "gem");
    assert_eq!(why.as_deref(), Some("Putting on charm: gear for mining brings 10.0 % more gem"));
    assert_eq!(why_for(&ana, "copper_ore"), None);
}

#[test]
fn the_bag_keeps_its_room() {
    assert_eq!(put_on(&ana().wears(Slot::Bag, "pouch").carries("sash", 1)), None);
}

#[test]
fn what_is_taken_off_needs_a_place_in_the_bag() {
    let full = |caps| {
        let ana = ana().wears(Slot::Helmet, "helmet").carries("cap", caps);
        (1..20).fold(ana, |ana, thing| ana.carries(&format!("thing_{thing}"), 1))
    };
    assert_eq!(put_on(&full(2)), None);
    assert_eq!(put_on(&full(1)), Some(("cap".to_owned(), Slot::Helmet)));
}

#[test]
fn who_has_too_few_hit_points_to_take_something_off_keeps_it_on() {
    let ana = |hp| ana().wears(Slot::Helmet, "helmet").hp(hp).carries("cap", 1);
    assert_eq!(put_on(&ana(20)), None);
    assert_eq!(put_on(&ana(21)), Some(("cap".to_owned(), Slot::Helmet)));
}
