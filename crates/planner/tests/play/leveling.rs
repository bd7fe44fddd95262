//! Levelling from nothing: what the characters of a newcomer do.

use std::sync::Arc;

use crate::stage::{Stage, first_steps, mind, season};
use game::{GameData, Skill, character::Slot};
use planner::Decision;
use serde_json::json;

#[test]
fn a_fresh_character_trains_everything_in_turn() {
    for data in [Some(first_steps()), season()].into_iter().flatten() {
        let mut stage = Stage::new(&data, mind("leveling", json!({})));
        stage.play(12);
        let character = stage.character();
        let levels: Vec<_> = Skill::ALL.iter().map(|skill| character.skill_level(*skill)).collect();
        let trained = levels.iter().filter(|level| **level >= 2).count();
        assert!(trained >= 7 && character.combat.level >= 2, "{levels:?} {}", stage.ending());
        assert_eq!(stage.mind.tally().deaths, 0);
        assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
    }
}

#[test]
fn a_fighter_makes_its_own_gear() {
    let config = json!({"skills": [], "upgrade_hours": 8.0});
    let mut stage = Stage::new(&first_steps(), mind("leveling", config));
    stage.play(10);
    let worn = &stage.character().equipment;
    assert_ne!(worn.get(&Slot::Weapon).unwrap().code.as_str(), "wooden_stick", "{}", stage.ending());
    assert!(stage.character().combat.level > 3, "{}", stage.ending());
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}

/// Eight weeks of everything a character learns but fighting: there is little gold for a larger bank, and each kind of gear
/// that is made for practice takes a slot.
fn there_is_room_for_weeks(data: &Arc<GameData>) {
    let mut stage = Stage::new(data, mind("leveling", json!({"combat": false})));
    for day in 1..=56 {
        stage.play(24);
        let blocked = stage.journal.iter().find(|entry| matches!(entry.decision, Decision::Blocked { .. }));
        assert_eq!(blocked, None, "day {day}: {:?}", stage.bank());
        stage.journal.clear();
    }
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn who_does_not_fight_has_room_in_the_bank_for_weeks() {
    there_is_room_for_weeks(&first_steps());
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn who_does_not_fight_has_room_in_the_bank_for_weeks_of_a_real_season() {
    season().iter().for_each(there_is_room_for_weeks);
}
