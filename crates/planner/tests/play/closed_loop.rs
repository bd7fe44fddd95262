//! Strategies in the world's own hands: fresh characters play for hours of virtual time and must get somewhere.

use crate::stage::{BankShown, Stage, first_steps, mind, season};
use game::{Action, Bank, Skill, character::Slot, fight, xp};
use planner::{Decision, Mind};
use serde_json::{Value, json};

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

/// Half a day of mining at level 20, with five pieces of gear in the bank.
fn seasoned_miner(config: Value) -> Stage {
    let mut stage = Stage::new(&first_steps(), mind("gathering", config));
    let (mut miner, mut bank) = (stage.character().clone(), stage.bank().clone());
    miner.combat = xp::at_level(20);
    miner.skills.insert(Skill::Mining, xp::at_level(20));
    for (code, quantity) in [("wolf_ears", 1), ("viper_boots", 1), ("bear_cloak", 1), ("toadstool_ring", 2)] {
        bank.items.insert(code.parse().unwrap(), quantity);
    }
    stage.place(miner, bank);
    stage.play(12);
    stage
}

#[test]
fn gear_of_the_wise_is_put_on_once_and_brings_more_xp() {
    let dressed = seasoned_miner(json!({"skill": "mining"}));
    let plain = seasoned_miner(json!({"skill": "mining", "gear": false}));
    let xp_of = |stage: &Stage| xp::total(&stage.character().skills[&Skill::Mining]);
    let gained = |stage: &Stage| (xp_of(stage) - xp::total(&xp::at_level(20))) as f64;
    // 40, 20, 20 and twice 15 points of wisdom: 11 %, less what rounding takes.
    let more = gained(&dressed) / gained(&plain);
    assert!((1.05..1.12).contains(&more), "{more}");
    let changes =
        dressed.journal.iter().filter(|entry| matches!(entry.decision.action(), Some(Action::Equip { .. })));
    assert_eq!(changes.count(), 5);
    assert!(dressed.refusals().is_empty(), "{:?}", dressed.refusals());
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

/// What the simulator says of a fight as the character stands, on a seed that the planner does not use.
fn win_rate(stage: &Stage, monster: &str, samples: u32) -> f64 {
    let data = stage.world.data();
    fight::odds(stage.character(), data.monster(monster).unwrap(), data, samples, 99).win_rate
}

#[test]
fn no_fight_is_begun_with_too_few_hit_points() {
    let mut stage = Stage::new(&first_steps(), mind("combat", json!({})));
    for _ in 0..300 {
        let before = stage.clone();
        if let Some(Action::Fight) = stage.turn().action() {
            let here = before.world.data().maps.get(before.character().map_id).unwrap();
            let monster = &here.interactions.content.as_ref().unwrap().code;
            assert!(win_rate(&before, monster, 40) > 0.9, "{}", stage.ending());
        }
    }
}

#[test]
fn a_level_1_character_never_takes_a_fight_it_would_lose() {
    for data in [Some(first_steps()), season()].into_iter().flatten() {
        let mut taken = Vec::new();
        for monster in data.monsters.keys() {
            let mut stage = Stage::new(&data, mind("combat", json!({"monster": monster})));
            if stage.turn().action().is_some() {
                let won = win_rate(&stage, monster.as_str(), 1000);
                assert!(won >= 0.95, "{monster}: {won}");
                taken.push(monster.as_str());
            }
        }
        assert!(taken.contains(&"chicken") && taken.len() < 4, "{taken:?}");
    }
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
    let mut stage = Stage::new(&first_steps(), mind("gathering", json!({"resource": "copper_rocks"})));
    stage.tamper(|state| state["accounts"]["team"]["bank"]["items"] = json!({"copper_pickaxe": 1}));
    stage.play(1);
    assert_eq!(stage.bank().count(&"copper_pickaxe".parse().unwrap()), 0);
    assert_eq!(
        stage.character().worn(Slot::Weapon).unwrap().as_str(),
        "copper_pickaxe",
        "{}",
        stage.ending()
    );
}

#[test]
fn a_fighter_dresses_eats_and_comes_further() {
    let bare = six_hours("combat", json!({}));
    let mut equipped = Stage::new(&first_steps(), mind("combat", json!({})));
    equipped.tamper(|state| {
        state["accounts"]["team"]["bank"]["items"] =
            json!({"wooden_staff": 1, "copper_helmet": 1, "copper_boots": 1, "copper_ring": 2, "cooked_chicken": 200});
    });
    equipped.play(6);
    assert!(equipped.character().combat.level > bare.character().combat.level, "{}", equipped.ending());
    assert!(equipped.mind.tally().meals > 20, "{:?}", equipped.mind.tally());
    assert_eq!(equipped.mind.tally().deaths, 0);
    assert!(equipped.refusals().is_empty(), "{:?}", equipped.refusals());
}

#[test]
fn a_bank_that_holds_less_than_it_shows_costs_little() {
    let mut stage = Stage::new(&first_steps(), mind("combat", json!({})));
    let items = ["wooden_staff", "copper_helmet", "cooked_chicken"].map(|code| (code.parse().unwrap(), 5));
    stage.bank_shown = BankShown::As(Bank { slots: 50, items: items.into(), ..Bank::default() });
    stage.play(6);
    assert!(stage.mind.tally().fights > 200, "{}", stage.ending());
    assert!(stage.refusals().len() <= 3 * 7, "{:?}", stage.refusals());
}

#[test]
fn a_character_left_for_dead_recovers() {
    let mut stage = Stage::new(&first_steps(), mind("combat", json!({"monster": "chicken"})));
    stage.tamper(|state| state["characters"]["Ana"]["hp"] = json!(1));
    assert_eq!(stage.turn().action(), Some(&Action::Rest));
    stage.play(1);
    assert!(stage.mind.tally().wins > 10, "{}", stage.ending());
}

#[test]
fn a_mind_that_is_written_down_after_every_action_plays_the_same_game() {
    let data = first_steps();
    let mut straight = Stage::new(&data, mind("combat", json!({})));
    let mut restarted = Stage::new(&data, mind("combat", json!({})));
    for _ in 0..200 {
        straight.turn();
        restarted.turn();
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
