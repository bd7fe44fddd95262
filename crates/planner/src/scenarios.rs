//! What may stand in a character's way, told as scenes in the small world (see [`crate::fixture`]): one file for each
//! obstacle, with every strategy that meets it in a way of its own.

mod bag_full_by_quantity;
mod bag_full_by_slots;
mod bank_full;
mod conditional_access;
mod event_gone;
mod item_sold_out;
mod livelocks;
mod monster_too_strong;
mod tile_blocked;
mod tool_missing;
mod xp_penalty;

use game::{GameData, SimpleItem, Skill, character::Slot, data::StaticData};
use serde_json::json;

use crate::{
    Decision,
    fixture::{Given, given},
};

/// Somebody who gathers copper, at the rocks.
fn miner() -> Given {
    given("gathering", json!({"resource": "copper_rocks"})).at(3)
}

/// Somebody who fights chickens, among them.
fn fighter() -> Given {
    given("combat", json!({"monster": "chicken"})).wears(Slot::Weapon, "sword").at(4)
}

/// Somebody who makes an axe of two copper bars, an egg and two cloths.
fn smith() -> Given {
    given("crafting", json!({"item": "axe", "quantity": 1})).skill(Skill::Weaponcrafting, 10)
}

/// Takes so many slots of the bag with things of different kinds, one of each.
fn with_slots_taken(mut given: Given, slots: usize) -> Given {
    let free = given.character.inventory.slots.iter_mut().filter(|slot| slot.is_none());
    for (place, slot) in free.take(slots).enumerate() {
        *slot = Some(SimpleItem::new(format!("thing_{place}").parse().unwrap(), 1));
    }
    given
}

/// The same in a season that is a little different.
pub(crate) fn in_a_season(mut given: Given, change: impl FnOnce(&mut StaticData)) -> Given {
    let mut lists = given.data.to_lists();
    change(&mut lists);
    given.data = GameData::new(lists).unwrap();
    given
}

/// It can do nothing, for this reason, until this is done.
#[track_caller]
fn blocks(given: &mut Given, reason: &str, unblock: &str) {
    let decision = given.step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert_eq!((why.text.as_str(), why.unblock.as_deref()), (reason, Some(unblock)));
}
