//! Tests of what is counted for a character (RULES §11).

use super::*;
use crate::Statistics;

fn of_ana(stage: &Stage) -> Statistics {
    stage.company().statistics.get(&ana()).cloned().unwrap_or_default()
}

#[test]
fn kills_gathers_crafts_and_all_actions_are_counted() {
    let mut stage = Stage::new().at(2).carrying("copper_ore", 20).sheet(|ana| ana.stats.attack.fire = 1000);
    stage.done(Action::Fight);
    stage.done(go(3));
    stage.done(Action::Gathering);
    stage.done(Action::Gathering);
    stage.done(go(7));
    stage.done(craft("copper_bar", 2));
    let counted = of_ana(&stage);
    let count = |code: &str, times: u32| [(code.to_owned(), times)].into();
    assert_eq!(counted.monsters_killed, count("chicken", 1));
    assert_eq!(counted.resources_gathered, count("copper_rocks", 2));
    assert_eq!(counted.items_crafted, count("copper_bar", 2));
    assert_eq!((counted.action_counts["movement"], counted.action_counts["gathering"]), (2, 2));
    assert_eq!(counted.deaths, 0);
}

#[test]
fn a_lost_fight_is_a_death_and_no_kill() {
    let mut stage = Stage::new().at(6).sheet(|ana| ana.hp = 1);
    stage.done(Action::Fight);
    let counted = of_ana(&stage);
    assert_eq!((counted.deaths, counted.monsters_killed.len()), (1, 0));
}

#[test]
fn counts_follow_a_character_to_its_new_name_and_go_with_it() {
    let mut stage = Stage::new().account(|company| company.member = true);
    stage.done(Action::Rest);
    stage.done(Action::Rename { name: "Anna".parse().unwrap() });
    let anna = "Anna".parse().unwrap();
    assert_eq!(stage.company().statistics[&anna].action_counts["rest"], 1);
    stage.world.delete_character(&company(), &anna, OPENING).unwrap();
    assert!(stage.company().statistics.is_empty());
}

#[test]
fn what_is_refused_is_not_counted() {
    let mut stage = Stage::new();
    stage.act(Action::Fight).unwrap_err();
    assert_eq!(of_ana(&stage), Statistics::default());
}
