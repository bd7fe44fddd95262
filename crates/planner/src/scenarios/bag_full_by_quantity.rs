//! The bag holds as many things as it can.

use game::{
    Action, SimpleItem,
    character::{Slot, Task},
};
use serde_json::json;

use super::{blocks, fighter, in_a_season, miner};
use crate::{
    Decision,
    fixture::{given, walk},
};

fn deposit(code: &str, quantity: u32) -> Action {
    Action::DepositItem { items: vec![SimpleItem::new(code.parse().unwrap(), quantity)] }
}

#[test]
fn a_gatherer_takes_it_to_the_bank() {
    let full = || miner().carries("copper_ore", 100);
    assert_eq!(full().action(), walk(2));
    assert_eq!(full().at(2).action(), deposit("copper_ore", 100));
}

#[test]
fn a_gatherer_who_may_not_deposit_blocks() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks", "deposit": "never"}));
    ana = ana.carries("egg", 100);
    blocks(
        &mut ana,
        "Bag is full (100 of 100), and `deposit` says not to take anything to the bank",
        "Empty the bag, or change `deposit`",
    );
}

#[test]
fn a_fighter_takes_loot_to_the_bank_and_keeps_its_food() {
    assert_eq!(fighter().at(2).carries("egg", 95).carries("apple", 5).action(), deposit("egg", 95));
}

#[test]
fn a_fighter_with_a_bag_full_of_food_keeps_what_is_worth_carrying() {
    assert_eq!(fighter().carries("apple", 100).action(), walk(2));
    assert_eq!(fighter().carries("apple", 100).at(2).action(), deposit("apple", 75));
}

#[test]
fn a_fighter_who_may_not_deposit_blocks() {
    let hoarder = given("combat", json!({"monster": "chicken", "deposit_loot": false}));
    blocks(
        &mut hoarder.wears(Slot::Weapon, "sword").carries("egg", 100),
        "Bag is full (100 of 100), and `deposit_loot` says not to take anything to the bank",
        "Empty the bag, or change `deposit_loot`",
    );
}

#[test]
fn who_must_keep_all_that_fills_the_bag_blocks() {
    let careful = given("combat", json!({"monster": "chicken", "keep": ["egg"]}));
    blocks(
        &mut careful.wears(Slot::Weapon, "sword").carries("egg", 95).carries("apple", 5),
        "Bag is full (100 of 100), and nothing in it may go to the bank",
        "Take things out of the bag, or shorten the keep list",
    );
}

#[test]
fn a_crafter_works_up_what_it_carries() {
    // Five bars of the 48 for a round are missing, and there is no room for ten ores each: some are made now.
    let daggers =
        given("crafting", json!({"item": "dagger", "quantity": 30})).at(3).carries("copper_bar", 43);
    assert_eq!(daggers.carries("egg", 30).carries("copper_ore", 27).action(), walk(8));
}

#[test]
fn a_crafter_works_up_nothing_that_comes_out_as_more_than_there_is_room_for() {
    let bars = given("crafting", json!({"item": "dagger", "quantity": 30})).at(8).carries("egg", 95);
    let mut ana = in_a_season(bars.carries("copper_ore", 5), |lists| {
        let bar = lists.items.iter_mut().find(|item| item.code.as_str() == "copper_bar").unwrap();
        let recipe = bar.craft.as_mut().unwrap();
        (recipe.quantity, recipe.items[0].quantity) = (3, 1);
    });
    ana = ana.bank_slots(1).bank_holds("gem", 1);
    assert!(matches!(ana.step(), Decision::Blocked { .. }), "{:?}", ana.step());
}

#[test]
fn a_crafter_with_nothing_to_work_up_takes_things_to_the_bank() {
    let dagger = || given("crafting", json!({"item": "dagger", "quantity": 1})).carries("copper_ore", 40);
    assert_eq!(dagger().carries("egg", 60).at(3).action(), walk(2));
    assert_eq!(dagger().carries("egg", 60).at(2).action(), deposit("egg", 60));
    let made = given("crafting", json!({"item": "dagger", "quantity": 1})).bank_holds("copper_bar", 6);
    assert_eq!(made.at(2).carries("hide", 100).action(), deposit("hide", 100));
}

#[test]
fn a_tasker_makes_room_for_its_reward() {
    let done = |eggs| {
        let mut ana = given("task", json!({})).at(11).carries("egg", eggs);
        let (code, kind) = ("chicken".to_owned(), "monsters".to_owned());
        ana.character.task = Some(Task { code, kind, progress: 10, total: 10 });
        ana.action()
    };
    assert_eq!(done(97), Action::TaskComplete, "three coins fit");
    assert_eq!(done(98), walk(2));
}

#[test]
fn a_learner_takes_it_to_the_bank() {
    let config = json!({"skills": ["mining"], "combat": false, "upgrade_hours": 0});
    assert_eq!(given("leveling", config).at(3).carries("copper_ore", 100).action(), walk(2));
}
