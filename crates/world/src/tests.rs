//! What each call does and refuses, and what must hold whatever is called. The stage is set in `fixture`.

mod achievements;
mod bank;
mod claiming;
mod common;
mod consumable;
mod cooldowns;
mod crafting;
mod determinism;
mod discarding;
mod equipment;
mod events;
mod exchange;
mod expansion;
mod fight;
mod gathering;
mod gems;
mod giving;
mod granting;
mod identity;
mod invariants;
mod membership;
mod movement;
mod multi_fight;
mod news;
mod raids;
mod random;
mod recycling;
mod rest;
mod roster;
mod season;
mod season_rewards;
mod simulation;
mod statistics;
mod tasks;
mod trading;

use game::{Action, Character, Detail, MapId, SimpleItem};

use crate::{Rules, fixture::*};

/// `quantity` of an item.
fn some(item: &str, quantity: u32) -> SimpleItem {
    SimpleItem::new(code(item), quantity)
}

fn go(map_id: u32) -> Action {
    Action::Move { map_id: MapId(map_id) }
}

fn craft(item: &str, quantity: u32) -> Action {
    Action::Crafting { code: code(item), quantity }
}

fn eat(item: &str, quantity: u32) -> Action {
    Action::Use { code: code(item), quantity }
}
