//! Tools: which is better, and how it gets into the hand.

use game::{Action, SimpleItem, Skill, character::Slot};
use serde_json::json;

use super::{better_tool, fetch, put_on};
use crate::fixture::{Given, given, walk};

fn ana() -> Given {
    given("combat", json!({}))
}

fn tool(given: &Given) -> Option<String> {
    given.look(|situation| Some(better_tool(situation, Skill::Mining)?.code.to_string()))
}

fn next(given: &Given) -> Option<Action> {
    given.look(|situation| {
        let wish = better_tool(situation, Skill::Mining)?;
        let decision = put_on(situation, &wish, "test").or_else(|| fetch(situation, &wish, "test"));
        decision?.action().cloned()
    })
}

#[test]
fn the_best_tool_that_may_be_worn_is_wished_for() {
    let owns_both = || ana().carries("pickaxe", 1).bank_holds("drill", 1);
    assert_eq!(tool(&owns_both()), Some("pickaxe".to_owned()));
    assert_eq!(tool(&owns_both().level(20)), Some("drill".to_owned()));
}

#[test]
fn a_tool_in_hand_is_changed_only_for_a_better_one() {
    assert_eq!(tool(&ana().wears(Slot::Weapon, "pickaxe").carries("pickaxe", 1)), None);
}

#[test]
fn a_weapon_is_no_tool() {
    assert_eq!(tool(&ana().carries("sword", 1)), None);
}

#[test]
fn a_tool_in_the_bank_is_fetched_and_then_put_on() {
    assert_eq!(next(&ana().at(3).bank_holds("pickaxe", 1)), Some(walk(2)));
    let items = vec![SimpleItem::new("pickaxe".parse().unwrap(), 1)];
    assert_eq!(next(&ana().at(2).bank_holds("pickaxe", 1)), Some(Action::WithdrawItem { items }));
    assert!(matches!(next(&ana().carries("pickaxe", 1)), Some(Action::Equip { .. })));
}
