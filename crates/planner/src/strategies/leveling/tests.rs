//! Levelling, told as scenes in the small world (see [`crate::fixture`]).

use game::{Action, GameData, Skill, character::Slot};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

/// A learner with a sword, for whom there is no gear to make.
fn learner(config: Value) -> Given {
    given("leveling", config).wears(Slot::Weapon, "sword")
}

fn training(given: &mut Given) -> String {
    let decision = given.step();
    let mut alternatives = decision.why().alternatives.iter();
    let chosen = alternatives.find(|one| one.choice == "training" && one.ruled_out.is_none());
    chosen.unwrap_or_else(|| panic!("{decision:?}")).code.clone()
}

#[test]
fn the_least_advanced_comes_first() {
    let config = || json!({"skills": ["mining"], "upgrade_hours": 0});
    assert!(training(&mut learner(config()).skill(Skill::Mining, 3)) == "combat");
    assert!(training(&mut learner(config()).level(3)) == "mining");
}

#[test]
fn the_fastest_comes_first_if_wished() {
    // A copper rock pays 13 xp in 31 s, a chicken 22 xp in 100 s with a stick and in 10 s with a sword.
    let ana = |weapon, balance| {
        let config = json!({"skills": ["mining"], "balance": balance, "upgrade_hours": 0});
        training(&mut given("leveling", config).wears(Slot::Weapon, weapon))
    };
    assert!(ana("stick", "balanced") == "combat");
    assert!(ana("stick", "fastest") == "mining");
    assert!(ana("sword", "fastest") == "combat");
}

#[test]
fn what_cannot_be_trained_is_passed_over_and_named() {
    let mut ana = learner(json!({"skills": ["fishing", "mining"], "combat": false, "upgrade_hours": 0}));
    ana = ana.skill(Skill::Mining, 2);
    let decision = ana.step();
    assert_eq!(decision.action(), Some(&walk(3)));
    let passed = decision.why().alternatives.iter().find(|one| one.code == "fishing").unwrap();
    assert!(passed.ruled_out.is_some(), "{passed:?}");
}

#[test]
fn it_is_blocked_only_when_nothing_at_all_can_be_trained() {
    let decision = learner(json!({"skills": ["fishing"], "combat": false})).step();
    let why = decision.why();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(why.text.starts_with("Cannot train anything: ") && why.unblock.is_some(), "{why:?}");
}

#[test]
fn it_is_done_when_all_have_reached_the_level() {
    let config = json!({"skills": ["mining"], "until_level": 5});
    let mut ana = learner(config.clone()).level(5).skill(Skill::Mining, 4);
    assert!(training(&mut ana) == "mining");
    let decision = learner(config).level(5).skill(Skill::Mining, 5).step();
    assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
}

#[test]
fn a_skill_that_crafts_is_trained_by_crafting() {
    let mut ana = learner(json!({"skills": ["weaponcrafting"], "combat": false, "upgrade_hours": 0}));
    assert_eq!(ana.action(), walk(3), "copper for daggers");
}

/// The small world with a recipe for the pickaxe.
fn with_recipe(data: &GameData) -> GameData {
    let mut lists = data.to_lists();
    let find = |code: &str| lists.items.iter().position(|item| item.code.as_str() == code).unwrap();
    let (pickaxe, dagger) = (find("pickaxe"), find("dagger"));
    lists.items[pickaxe].craft = lists.items[dagger].craft.clone();
    GameData::new(lists).unwrap()
}

#[test]
fn a_tool_that_pays_is_made_first() {
    let miner = |hours| {
        let config = json!({"skills": ["mining"], "combat": false, "upgrade_hours": hours});
        let mut ana = learner(config).at(9).carries("copper_bar", 6);
        ana.data = with_recipe(&ana.data);
        ana
    };
    let make = Action::Crafting { code: "pickaxe".parse().unwrap(), quantity: 1 };
    assert_eq!(miner(1.0).action(), make);
    assert_eq!(miner(0.0).action(), walk(5));
    assert_eq!(miner(0.01).action(), walk(5), "36 s give 3.6 s back");
}

#[test]
fn gear_that_pays_is_made_before_fights() {
    let config = json!({"skills": [], "combat": true, "upgrade_hours": 4.0});
    let mut ana = given("leveling", config).wears(Slot::Weapon, "stick").at(9).carries("copper_bar", 6);
    assert_eq!(ana.action(), Action::Crafting { code: "dagger".parse().unwrap(), quantity: 1 });
    let alternatives = ana.step().why().alternatives.clone();
    let dagger = alternatives.iter().find(|one| one.choice == "upgrade").unwrap();
    assert!(dagger.code == "dagger" && dagger.words.contains("saves"), "{dagger:?}");
}

#[test]
fn who_beats_nothing_that_pays_makes_gear_first() {
    // At level 12 chickens pay nothing, and the wolf is out of reach of a stick.
    let config = json!({"skills": [], "combat": true, "upgrade_hours": 4.0});
    let mut ana =
        given("leveling", config).level(12).wears(Slot::Weapon, "stick").at(9).carries("copper_bar", 6);
    assert_eq!(ana.action(), Action::Crafting { code: "dagger".parse().unwrap(), quantity: 1 });
}

#[test]
fn something_must_be_trained() {
    let error = crate::Mind::new("leveling", json!({"skills": [], "combat": false})).unwrap_err();
    assert!(error.to_string().contains("say what to train"), "{error}");
}
