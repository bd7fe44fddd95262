//! What is far below a character's level pays no xp (RULES §6, §7).

use game::{Action, Skill, character::Slot};
use serde_json::json;

use super::{fighter, miner};
use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn chosen(mut given: Given, choice: &str) -> String {
    let decision = given.step();
    let best = decision.why().alternatives.iter().find(|one| one.choice == choice).unwrap();
    best.code.clone()
}

#[test]
fn who_trains_goes_on_to_what_pays() {
    let mining = |level| given("gathering", json!({"skill": "mining"})).skill(Skill::Mining, level);
    assert_eq!(chosen(mining(1), "resource"), "copper_rocks");
    assert_eq!(chosen(mining(20), "resource"), "iron_rocks");
}

#[test]
fn who_fights_for_xp_leaves_what_pays_none() {
    let mut ana =
        given("combat", json!({})).wears(Slot::Weapon, "sword").wears(Slot::Helmet, "helmet").level(20);
    assert_eq!(ana.action(), walk(7));
    assert_eq!(ana.step().why().alternatives[0].code, "wolf");
}

#[test]
fn who_has_outgrown_every_monster_says_so() {
    let decision = given("combat", json!({})).wears(Slot::Weapon, "sword").level(50).step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert!(why.text.contains("it pays no xp at level 50"), "{why:?}");
    assert_eq!(why.unblock.as_deref(), Some("Choose a monster by name to fight for items"));
}

#[test]
fn who_wants_the_things_themselves_goes_on() {
    assert_eq!(miner().skill(Skill::Mining, 50).action(), Action::Gathering);
    assert_eq!(fighter().level(50).action(), Action::Fight);
}

#[test]
fn who_crafts_for_xp_and_has_outgrown_every_recipe_says_so() {
    let mut ana = given("crafting", json!({"skill": "weaponcrafting"})).skill(Skill::Weaponcrafting, 50);
    let Decision::Blocked { why } = ana.step() else { panic!("not blocked") };
    assert!(why.text.contains("it pays no xp at weaponcrafting 50") && why.unblock.is_some(), "{why:?}");
}

#[test]
fn who_learns_and_has_outgrown_everything_says_so() {
    let config =
        json!({"skills": ["weaponcrafting"], "combat": false, "upgrade_hours": 0, "until_level": 50});
    let mut ana = given("leveling", config).skill(Skill::Weaponcrafting, 49);
    let Decision::Blocked { why } = ana.step() else { panic!("not blocked") };
    assert!(why.text.starts_with("Cannot train anything: ") && why.unblock.is_some(), "{why:?}");
}
