//! Crafting from nothing: fresh characters gather, fight for and make what a recipe asks for.

use crate::stage::{Stage, first_steps, mind, season};
use game::{Action, GameData, Skill};
use planner::Decision;
use serde_json::{Value, json};
use std::sync::Arc;

fn play(data: &Arc<GameData>, config: Value, hours: i64) -> Stage {
    let mut stage = Stage::new(data, mind("crafting", config));
    stage.play(hours);
    stage
}

fn is_done(stage: &Stage) -> bool {
    matches!(stage.journal.last().unwrap().decision, Decision::Done { .. })
}

#[test]
fn a_fresh_character_makes_copper_daggers_from_nothing() {
    for data in [Some(first_steps()), season()].into_iter().flatten() {
        let stage = play(&data, json!({"item": "copper_dagger", "quantity": 3}), 6);
        assert!(is_done(&stage), "{}", stage.ending());
        assert_eq!(stage.character().inventory.count(&"copper_dagger".parse().unwrap()), 3);
        assert_eq!(stage.refusals(), Vec::<&crate::stage::Entry>::new());
        // 180 ores of 31 s, 18 bars and three daggers of 5 s: the rest is walking.
        let least = 180 * 31 + 21 * 5;
        let taken = stage.mind.tally().seconds;
        assert!((least..least * 11 / 10).contains(&taken), "{taken} s, at least {least}");
    }
}

#[test]
fn what_monsters_drop_is_fought_for() {
    let stage = play(&first_steps(), json!({"item": "apprentice_gloves", "quantity": 1}), 12);
    assert!(is_done(&stage), "{}", stage.ending());
    assert!(stage.mind.tally().wins > 6);
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}

#[test]
fn a_bank_full_of_materials_is_worked_up_in_bagfuls() {
    let mut stage =
        Stage::new(&first_steps(), mind("crafting", json!({"item": "copper_dagger", "quantity": 20})));
    stage.tamper(|state| state["accounts"]["team"]["bank"]["items"] = json!({"copper_ore": 1200}));
    stage.play(4);
    assert!(is_done(&stage), "{}", stage.ending());
    assert_eq!(stage.mind.tally().gathers, 0);
    let withdrawals = stage
        .journal
        .iter()
        .filter(|entry| matches!(entry.decision.action(), Some(Action::WithdrawItem { .. })));
    assert!(withdrawals.count() <= 20, "{}", stage.ending());
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}

#[test]
fn a_skill_is_trained_by_what_can_be_made() {
    for skill in [Skill::Cooking, Skill::Weaponcrafting] {
        let stage = play(&first_steps(), json!({"skill": skill, "recycle": true}), 8);
        assert!(stage.character().skill_level(skill) > 3, "{skill}: {}", stage.ending());
        assert!(stage.refusals().is_empty(), "{skill}: {:?}", stage.refusals());
    }
}

#[test]
fn a_crowded_bag_is_no_obstacle() {
    let mut stage =
        Stage::new(&first_steps(), mind("crafting", json!({"item": "copper_dagger", "quantity": 2})));
    stage.tamper(|state| {
        let slots = state["characters"]["Ana"]["inventory"]["slots"].as_array_mut().unwrap();
        let junk =
            ["egg", "wool", "sap", "shell", "algae", "ruby", "feather", "cowhide", "mushroom", "cloth"];
        for (slot, code) in slots.iter_mut().zip(junk) {
            *slot = json!({"code": code, "quantity": 8});
        }
    });
    stage.play(6);
    assert!(is_done(&stage), "{}", stage.ending());
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}
