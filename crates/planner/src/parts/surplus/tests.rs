//! Daggers that nobody wears any more, in a bank that is nearly full.

use game::{Action, RefusalCode, SimpleItem, Skill, character::Slot};
use serde_json::{Value, json};

use crate::{
    fixture::{Given, given, walk},
    scenarios::in_a_season,
};

/// Somebody who learns, wears a sword, and stands in a bank with daggers and three free slots.
fn learner(config: Value) -> Given {
    let mut ana = given("leveling", config).wears(Slot::Weapon, "sword").at(2);
    ana = ana.skill(Skill::Mining, 2).bank_holds("dagger", 5).bank_holds("gem", 1);
    ana.bank_slots(5)
}

fn mining() -> Given {
    learner(json!({"skills": ["mining"], "combat": false, "upgrade_hours": 0, "recycle": true}))
}

fn withdraw(code: &str, quantity: u32) -> Action {
    Action::WithdrawItem { items: vec![SimpleItem::new(code.parse().unwrap(), quantity)] }
}

fn takes_apart(quantity: u32) -> Action {
    Action::Recycling { code: "dagger".parse().unwrap(), quantity, enhanced: false }
}

#[test]
fn they_are_taken_along_to_the_workshop_and_taken_apart() {
    assert_eq!(mining().action(), withdraw("dagger", 5));
    let text = mining().step().why().text.clone();
    assert_eq!(
        text,
        "Taking 5 dagger out of the bank, to take them apart: the bank has 3 slots left, and there is better"
    );
    assert_eq!(mining().carries("dagger", 5).action(), walk(9));
    assert_eq!(mining().carries("dagger", 5).at(9).action(), takes_apart(5));
}

#[test]
fn what_comes_of_them_must_fit() {
    assert_eq!(mining().carries("copper_ore", 94).action(), withdraw("dagger", 3));
    assert_eq!(mining().carries("copper_ore", 93).carries("dagger", 5).at(9).action(), takes_apart(2));
}

#[test]
fn they_stay_while_the_bank_has_room() {
    assert_eq!(mining().bank_slots(6).action(), walk(3));
    assert_eq!(
        mining().bank_slots(6).carries("egg", 1).action(),
        withdraw("dagger", 5),
        "the egg needs a slot"
    );
}

#[test]
fn nobody_goes_to_the_bank_for_them() {
    assert_eq!(mining().at(3).action(), Action::Gathering);
}

#[test]
fn they_stay_when_there_is_nothing_better_or_when_they_are_to_be_kept() {
    let with = |weapon, config| learner(config).wears(Slot::Weapon, weapon).action();
    let config = |keep: &[&str]| json!({"skills": ["mining"], "combat": false, "upgrade_hours": 0, "recycle": true, "keep": keep});
    assert_eq!(with("stick", config(&[])), walk(3));
    assert_eq!(with("sword", config(&["dagger"])), walk(3));
    assert_eq!(learner(json!({"skills": ["mining"], "combat": false, "upgrade_hours": 0})).action(), walk(3));
}

#[test]
fn tools_are_not_worse_than_weapons() {
    let mut ana = mining();
    ana.bank.as_mut().unwrap().items.clear();
    ana = in_a_season(ana.bank_holds("pickaxe", 1).bank_slots(1), |lists| {
        let find = |code: &str| lists.items.iter().position(|item| item.code.as_str() == code).unwrap();
        let (pickaxe, dagger) = (find("pickaxe"), find("dagger"));
        (lists.items[pickaxe].craft, lists.items[pickaxe].recyclable) =
            (lists.items[dagger].craft.clone(), true);
    });
    assert!(matches!(ana.action(), Action::WithdrawItem { .. }), "to put it on");
    assert!(ana.step().why().text.contains("mining"), "{:?}", ana.step());
}

#[test]
fn what_cannot_be_taken_apart_is_planned_without() {
    let mut ana = mining().carries("dagger", 5).at(9);
    assert_eq!(ana.refused(RefusalCode::NotRecyclable), takes_apart(5));
    assert_eq!(ana.action(), walk(5));
}
