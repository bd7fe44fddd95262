//! When a bag is full, and what goes into the bank.

use game::{Action, SimpleItem, data::Drop};
use serde_json::json;

use super::{Keep, Room, empty_bag, room};
use crate::fixture::{Given, given, walk};

const NOTHING: Keep<'_> = Keep { codes: &[], food: false, utilities: false, tools: false };

fn ana() -> Given {
    given("combat", json!({}))
}

fn copper(given: &Given) -> Vec<Drop> {
    given.data.resource("copper_rocks").unwrap().drops.clone()
}

fn room_for_copper(given: &Given) -> Room {
    let drops = copper(given);
    given.look(|situation| room(situation, &drops, false))
}

fn deposit(given: &Given, keep: Keep<'_>) -> Vec<(String, u32)> {
    let decision = given.look(|situation| empty_bag(situation, Room::Gone, keep));
    match decision.and_then(|decision| decision.action().cloned()) {
        Some(Action::DepositItem { items }) => {
            items.into_iter().map(|SimpleItem { code, quantity }| (code.into(), quantity)).collect()
        }
        other => panic!("no deposit but {other:?}"),
    }
}

/// Fills slots with different things, one of each.
fn with_slots_taken(mut given: Given, slots: usize) -> Given {
    for (index, slot) in given.character.inventory.slots.iter_mut().take(slots).enumerate() {
        *slot = Some(SimpleItem::new(format!("thing_{index}").parse().unwrap(), 1));
    }
    given
}

#[test]
fn a_bag_is_tight_when_something_rare_would_not_fit_and_gone_when_nothing_would() {
    assert_eq!(room_for_copper(&ana().carries("copper_ore", 98)), Room::Enough);
    assert_eq!(room_for_copper(&ana().carries("copper_ore", 99)), Room::Tight);
    assert_eq!(room_for_copper(&ana().carries("copper_ore", 100)), Room::Gone);
}

#[test]
fn slots_bind_as_well_as_the_total() {
    assert_eq!(room_for_copper(&with_slots_taken(ana(), 18)), Room::Enough);
    assert_eq!(room_for_copper(&with_slots_taken(ana(), 19)), Room::Tight);
    assert_eq!(room_for_copper(&with_slots_taken(ana(), 20)), Room::Gone);
}

#[test]
fn a_fight_needs_an_empty_slot_whatever_it_drops() {
    let full = with_slots_taken(ana(), 19).carries("egg", 5);
    assert_eq!(full.look(|situation| room(situation, &[], true)), Room::Gone);
    assert_eq!(full.look(|situation| room(situation, &[], false)), Room::Enough);
}

#[test]
fn a_tight_bag_is_emptied_only_when_that_makes_much_room() {
    let worth_it = ana().carries("copper_ore", 99);
    assert!(worth_it.look(|situation| empty_bag(situation, Room::Tight, NOTHING)).is_some());
    let hardly = ana().carries("copper_ore", 20);
    assert!(hardly.look(|situation| empty_bag(situation, Room::Tight, NOTHING)).is_none());
}

#[test]
fn food_potions_tools_and_the_keep_list_stay() {
    let ana = ana().at(2).carries("egg", 3).carries("hide", 4).carries("apple", 5).carries("potion", 6);
    let ana = ana.carries("pickaxe", 1);
    let codes = ["hide".parse().unwrap()];
    let keep = Keep { codes: &codes, food: true, utilities: true, tools: true };
    assert_eq!(deposit(&ana, keep), [("egg".to_owned(), 3)]);
    assert_eq!(deposit(&ana, NOTHING).len(), 5);
}

#[test]
fn a_bank_without_free_slots_takes_only_what_it_has_already() {
    let ana = ana().at(2).carries("egg", 3).carries("hide", 4).bank_slots(1).bank_holds("hide", 1);
    assert_eq!(deposit(&ana, NOTHING), [("hide".to_owned(), 4)]);
}

#[test]
fn an_unknown_bank_is_tried_with_everything() {
    let ana = ana().at(2).carries("egg", 3).carries("hide", 4).nobody_has_seen_the_bank();
    assert_eq!(deposit(&ana, NOTHING).len(), 2);
}

#[test]
fn the_way_to_the_bank_says_what_is_taken_there() {
    let ana = ana().at(4).carries("copper_ore", 93).carries("egg", 7);
    let decision = ana.look(|situation| empty_bag(situation, Room::Gone, NOTHING)).unwrap();
    assert_eq!(decision.action(), Some(&walk(2)));
    let text = "Bag is full (100 of 100): taking 93 copper_ore and 7 egg to the bank at (1, 0)";
    assert_eq!(decision.why().text, text);
}

#[test]
fn a_full_bag_with_nothing_to_put_away_blocks_and_says_what_would_help() {
    let ana = ana().at(2).carries("apple", 100);
    let codes = ["apple".parse().unwrap()];
    let keep = Keep { codes: &codes, ..NOTHING };
    let decision = ana.look(|situation| empty_bag(situation, Room::Gone, keep)).unwrap();
    let why = decision.why();
    assert_eq!(why.text, "Bag is full (100 of 100), and nothing in it may go to the bank");
    assert!(why.unblock.as_ref().unwrap().contains("keep list"));
}
