//! Every slot of the bag is taken, though there is room for more of what is in it.

use game::Action;
use serde_json::json;

use super::{fighter, miner, smith, with_slots_taken};
use crate::fixture::{given, walk};

#[test]
fn a_gatherer_takes_it_to_the_bank() {
    assert_eq!(with_slots_taken(miner(), 20).action(), walk(2));
    assert!(matches!(with_slots_taken(miner(), 20).at(2).action(), Action::DepositItem { .. }));
}

#[test]
fn a_gatherer_with_a_stack_of_it_would_lose_rare_finds() {
    assert_eq!(with_slots_taken(miner().carries("copper_ore", 1), 18).action(), Action::Gathering);
    assert_eq!(with_slots_taken(miner().carries("copper_ore", 1), 19).action(), walk(2));
}

#[test]
fn a_fighter_needs_an_empty_slot() {
    assert_eq!(with_slots_taken(fighter().carries("egg", 1), 18).action(), Action::Fight);
    assert_eq!(with_slots_taken(fighter().carries("egg", 1), 19).action(), walk(2));
}

#[test]
fn a_crafter_makes_room_before_it_takes_materials_along() {
    let mut ana = with_slots_taken(smith().at(2).gold(100), 19);
    ana = ana.bank_holds("copper_bar", 2).bank_holds("egg", 1).bank_holds("cloth", 2);
    assert!(matches!(ana.action(), Action::DepositItem { .. }));
}

#[test]
fn a_crafter_makes_room_before_it_buys() {
    let ana = || with_slots_taken(smith().carries("copper_bar", 2).carries("egg", 1).gold(100), 18);
    assert_eq!(ana().at(10).action(), walk(2));
    assert!(matches!(ana().at(2).action(), Action::DepositItem { .. }));
}

#[test]
fn a_tasker_makes_room_for_its_reward() {
    let mut ana = with_slots_taken(given("task", json!({})), 20).at(11);
    let (code, kind) = ("chicken".to_owned(), "monsters".to_owned());
    ana.character.task = Some(game::character::Task { code, kind, progress: 10, total: 10 });
    assert_eq!(ana.action(), walk(2));
}
