//! Tests of gathering (RULES §6).

use game::{Skill, outcome::Yield, skill::Progress, xp};

use super::*;

#[test]
fn a_gather_brings_the_resource_and_xp_of_its_skill() {
    let mut stage = Stage::new().at(3);
    let outcome = stage.done(Action::Gathering);
    let expected = Detail::Gathered {
        resource: "copper_rocks".parse().ok(),
        skill: Some(Skill::Mining),
        gain: Yield { xp: 13, items: vec![some("copper_ore", 1)] },
    };
    assert_eq!(outcome.detail, expected);
    let mining = stage.ana().skills[&Skill::Mining];
    assert_eq!((mining.level, mining.xp, stage.ana().inventory.count(&code("copper_ore"))), (1, 13, 1));
}

#[test]
fn a_gather_pays_up_to_ten_levels_above_the_resource() {
    for (level, expected) in [(11, 6), (12, 0)] {
        let mut stage = Stage::new().at(3).sheet(|ana| {
            ana.skills.insert(Skill::Mining, xp::at_level(level));
        });
        let outcome = stage.done(Action::Gathering);
        let Detail::Gathered { gain: found, .. } = outcome.detail else { panic!("{:?}", outcome.detail) };
        assert_eq!(found.xp, expected, "mining {level}");
    }
}

#[test]
fn the_highest_level_shows_the_goal_that_the_rules_say() {
    let mut stage = Stage::with(Rules { max_xp_at_cap: 7, ..Rules::default() }).at(18).sheet(|ana| {
        ana.skills.insert(Skill::Mining, Progress { xp: 54_199, ..xp::at_level(49) });
    });
    stage.done(Action::Gathering);
    assert_eq!(stage.ana().skills[&Skill::Mining], Progress { level: 50, xp: 0, max_xp: 7 });
}

#[test]
fn the_last_free_place_takes_a_gather() {
    let mut stage = Stage::new().at(3).carrying("key", 99);
    stage.done(Action::Gathering);
    assert_eq!(stage.ana().inventory.total(), 100);
}

#[test]
fn gathering_598_where_there_is_no_resource() {
    assert_eq!(Stage::new().refused(Action::Gathering), 598);
}

#[test]
fn gathering_493_below_the_level_of_the_resource() {
    assert_eq!(Stage::new().at(5).refused(Action::Gathering), 493);
}

#[test]
fn gathering_497_without_room_for_anything_it_yields() {
    assert_eq!(Stage::new().at(3).carrying("key", 100).refused(Action::Gathering), 497);
    let crowded = || Stage::new().at(3).sheet(|ana| ana.inventory.slots.truncate(1));
    assert_eq!(crowded().carrying("key", 1).refused(Action::Gathering), 497);
    crowded().carrying("copper_ore", 1).done(Action::Gathering);
}
