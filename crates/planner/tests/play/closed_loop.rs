//! Strategies in the world's own hands: fresh characters play for hours of virtual time and must get somewhere.

use game::{Action, Skill};
use planner::{Decision, Mind};
use serde_json::{Value, json};
use crate::stage::{Stage, first_steps, mind, season};

fn six_hours(strategy: &str, config: Value) -> Stage {
    let mut stage = Stage::new(&first_steps(), mind(strategy, config));
    stage.play(6);
    stage
}

#[test]
fn a_fresh_character_gathers_copper_for_six_hours() {
    let stage = six_hours("gathering", json!({"resource": "copper_rocks"}));
    assert!(stage.character().skill_level(Skill::Mining) > 3, "{}", stage.ending());
    assert!(stage.mind.tally().deposits >= 5, "{}", stage.ending());
    assert!(stage.bank().count(&"copper_ore".parse().unwrap()) >= 400, "{:?}", stage.bank());
    assert_eq!(stage.refusals(), Vec::<&crate::stage::Entry>::new());
}

#[test]
fn a_fresh_character_trains_each_gathering_skill_for_six_hours() {
    for skill in [Skill::Mining, Skill::Woodcutting, Skill::Fishing, Skill::Alchemy] {
        let stage = six_hours("gathering", json!({"skill": skill}));
        assert!(stage.character().skill_level(skill) >= 5, "{skill}: {}", stage.ending());
        assert!(stage.refusals().is_empty(), "{skill}: {:?}", stage.refusals());
    }
}

#[test]
fn a_fresh_character_fights_for_six_hours_and_never_dies() {
    let stage = six_hours("combat", json!({}));
    let tally = stage.mind.tally();
    assert!(stage.character().combat.level > 3, "{}", stage.ending());
    assert_eq!(tally.deaths, 0);
    assert!(tally.fights > 200, "{tally:?}");
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}

#[test]
fn most_of_the_time_goes_into_the_work_itself() {
    let stage = six_hours("gathering", json!({"resource": "copper_rocks"}));
    let gathers = u64::from(game::cooldown::gathering(1, 0)) * stage.mind.tally().gathers;
    assert!(gathers * 100 > 95 * stage.mind.tally().seconds, "{:?}", stage.mind.tally());
}

#[test]
fn every_decision_is_explained() {
    for (strategy, config) in [("combat", json!({})), ("gathering", json!({"skill": "fishing"}))] {
        for entry in six_hours(strategy, config).journal {
            let why = entry.decision.why();
            assert!(why.text.len() > 10 && !why.text.contains('\n'), "{entry:?}");
        }
    }
}

#[test]
fn a_gatherer_puts_the_tool_from_the_bank_on() {
    let data = first_steps();
    let mut stage = Stage::new(&data, mind("gathering", json!({"resource": "copper_rocks"})));
    let account = "team".parse().unwrap();
    let mut state = serde_json::to_value(stage.world.state()).unwrap();
    state["accounts"]["team"]["bank"]["items"] = json!({"copper_pickaxe": 1});
    let state = serde_json::from_value(state).unwrap();
    stage.world = world::World::restore(state, data, stage.world.rules().clone());
    stage.play(1);
    assert_eq!(stage.world.bank(&account).unwrap().count(&"copper_pickaxe".parse().unwrap()), 0);
    let weapon = stage.character().worn(game::character::Slot::Weapon).unwrap();
    assert_eq!(weapon.as_str(), "copper_pickaxe", "{}", stage.ending());
}

#[test]
fn a_character_left_for_dead_recovers() {
    let data = first_steps();
    let mut stage = Stage::new(&data, mind("combat", json!({"monster": "chicken"})));
    let mut state = serde_json::to_value(stage.world.state()).unwrap();
    state["characters"]["Ana"]["hp"] = json!(1);
    let state = serde_json::from_value(state).unwrap();
    stage.world = world::World::restore(state, data, stage.world.rules().clone());
    assert_eq!(stage.turn(|_| None).action(), Some(&Action::Rest));
    stage.play(1);
    assert!(stage.mind.tally().wins > 10, "{}", stage.ending());
}

#[test]
fn a_mind_that_is_written_down_after_every_action_plays_the_same_game() {
    let data = first_steps();
    let mut straight = Stage::new(&data, mind("combat", json!({})));
    let mut restarted = Stage::new(&data, mind("combat", json!({})));
    for _ in 0..200 {
        straight.turn(|_| None);
        restarted.turn(|_| None);
        let (config, memory) = (restarted.mind.config(), restarted.mind.memory());
        let text = memory.to_string();
        restarted.mind = Mind::restore("combat", config, serde_json::from_str(&text).unwrap()).unwrap();
    }
    assert_eq!(straight.journal, restarted.journal);
    assert_eq!(straight.character(), restarted.character());
}

#[test]
fn a_stop_condition_ends_the_run() {
    let stage = six_hours("gathering", json!({"skill": "mining", "until_level": 3}));
    assert!(matches!(stage.journal.last().unwrap().decision, Decision::Done { .. }));
    assert_eq!(stage.character().skill_level(Skill::Mining), 3);
}

#[test]
fn a_real_season_is_played_as_well() {
    let Some(data) = season() else { return };
    for (strategy, config) in [("combat", json!({})), ("gathering", json!({"skill": "mining"}))] {
        let mut stage = Stage::new(&data, mind(strategy, config));
        stage.play(6);
        let character = stage.character();
        let level = character.combat.level.max(character.skill_level(Skill::Mining));
        assert!(level > 3, "{strategy}: {}", stage.ending());
        assert_eq!(stage.mind.tally().deaths, 0, "{strategy}");
        assert!(stage.refusals().is_empty(), "{strategy}: {:?}", stage.refusals());
    }
}

#[test]
fn zz_show() {
    for (data, label) in [(Some(first_steps()), "first"), (season(), "season")] {
        let Some(data) = data else { continue };
        for (strategy, config) in [("combat", json!({})), ("gathering", json!({"skill": "mining"})), ("gathering", json!({"skill": "fishing"}))] {
            let mut stage = Stage::new(&data, mind(strategy, config));
            stage.play(24);
            println!("== {label} {strategy} level {} {:?}\n{:?}", stage.character().combat.level, stage.mind.tally(), stage.character().skills);
            let mut last = String::new();
            let mut n = 0;
            for e in &stage.journal {
                let t = format!("{:?}", e.decision.action().map(|a| a.reason()));
                if t == last && !t.contains("x") { n += 1; continue; }
                last = t;
            }
            println!("{n}");
            for e in stage.journal.iter().take(12).chain(stage.journal.iter().rev().take(6)) { println!("{} | {:?}", e.decision.why().text, e.decision.why().facts); }
        }
    }
}
