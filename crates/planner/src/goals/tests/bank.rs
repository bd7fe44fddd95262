//! The bank in order: somebody makes room whenever too few slots are free.

use game::character::Slot;
use serde_json::{Value, json};

use super::{Troupe, company};
use crate::{
    fixture::given,
    goals::{Goal, Standing},
};

/// Two with swords on and others in the bank, which has so many slots, three of them taken.
fn keepers(slots: u32) -> Troupe {
    let config = json!({"housekeeping": {"free_slots": 4, "wearers": 1, "expand_share": 0}});
    let mut troupe = company(&["Ana", "Bob"]).wants("bank", config);
    for member in &mut troupe.members {
        member.character.equipment =
            given("combat", json!({})).wears(Slot::Weapon, "sword").character.equipment;
    }
    troupe.bank.slots = slots;
    for (code, quantity) in [("sword", 2), ("dagger", 9), ("cloth", 5)] {
        troupe.bank.items.insert(code.parse().unwrap(), quantity);
    }
    troupe
}

#[test]
fn with_room_in_the_bank_the_goal_waits_and_is_never_reached() {
    let troupe = keepers(7);
    assert_eq!(troupe.now(), Vec::<String>::new());
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.seconds), (Standing::Waiting, None));
    assert_eq!(goal.awaits.unwrap().what, "the bank to have fewer than 4 free slots");
}

#[test]
fn with_too_few_free_slots_one_of_them_makes_room() {
    let plan = keepers(6).plan();
    assert_eq!(plan.assignments.len(), 1);
    assert_eq!(plan.assignments[0].part, "keep the bank in order");
    assert_eq!(plan.goals[0].standing, Standing::UnderWay);
}

#[test]
fn when_nothing_makes_room_it_says_so() {
    let mut troupe = keepers(6);
    troupe.bank.items.remove(&"dagger".parse().unwrap());
    troupe.bank.items.insert("iron_ore".parse().unwrap(), 5);
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, troupe.now().len()), (Standing::Waiting, 0));
    let why = &goal.impossible[0].why;
    assert!(why.starts_with("3 slots of the bank are free, 4 were asked for"), "{why}");
}

#[test]
fn a_wish_that_nothing_can_fulfil_is_refused() {
    let nothing = json!({"recycle": false, "sell": false, "expand_share": 0});
    let error = Goal::new("bank", &json!({"housekeeping": nothing, "names": Value::Array(Vec::new())}));
    let error = error.unwrap_err().to_string();
    assert!(error.contains("nothing makes room in the bank"), "{error}");
}
