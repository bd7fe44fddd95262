//! Parties: what nobody beats alone is beaten by three who have met for it, whoever falls on the way.

use std::collections::BTreeMap;

use actors::{
    board::{AutomationStatus, AutomationView, GoalStanding, GoalView},
    company::{AskError, GoalRequest},
};
use game::xp;
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Fault, Setup, TestCompany, season};

use crate::script::{HOUR, MINUTE, SECOND, fell};

const NAMES: [&str; 3] = ["Ana", "Ben", "Cleo"];
/// What a fighter of level 12 can have made.
const GEAR: [(&str, u32); 7] = [
    ("greater_wooden_staff", 1),
    ("leather_hat", 1),
    ("leather_armor", 1),
    ("leather_legs_armor", 1),
    ("leather_boots", 1),
    ("air_and_water_amulet", 1),
    ("iron_ring", 2),
];

/// The same of level 20, in the reference season.
const SEASON_GEAR: [(&str, u32); 7] = [
    ("battlestaff", 1),
    ("magic_wizard_hat", 1),
    ("steel_armor", 1),
    ("steel_legs_armor", 1),
    ("snakeskin_boots", 1),
    ("dreadful_amulet", 1),
    ("dreadful_ring", 2),
];

/// Three fighters, and nobody has told them anything.
fn fighters(seed: u64) -> TestCompany {
    fighters_of(Setup::seeded(seed), 12, &GEAR)
}

/// The same of a level, with this gear in their bags.
fn fighters_of(setup: Setup, level: u32, gear: &[(&str, u32)]) -> TestCompany {
    let characters = NAMES.map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds: Vec::new(), ..setup });
    company.run_for(MINUTE);
    NAMES.iter().for_each(|name| company.grant(name, xp::total(&xp::at_level(level)), gear));
    company.run_for(2 * MINUTE);
    company
}

fn start(company: &TestCompany, name: &str, config: Value) {
    let mind = Mind::new("party", config).expect("a valid configuration");
    let name = name.parse().expect("a name");
    company.block_on(company.company().start_automation(&name, mind)).expect("it starts");
}

/// All of them are told the same.
fn meet(company: &TestCompany, config: &Value) {
    let mut config = config.clone();
    config["with"] = json!(NAMES);
    NAMES.iter().for_each(|name| start(company, name, config.clone()));
}

fn automation(company: &TestCompany, name: &str) -> Option<AutomationView> {
    company.character(name)?.automation
}

fn run(company: &TestCompany, name: &str) -> AutomationView {
    automation(company, name).expect("it was told something")
}

fn all_are_done(company: &TestCompany) -> bool {
    let is_done = |run: AutomationView| run.status == AutomationStatus::Done;
    NAMES.iter().all(|name| automation(company, name).is_some_and(is_done))
}

/// A goal about the bear.
fn wants_the_bear_beaten(company: &TestCompany, fights: u64) {
    let config = json!({"monster": "cave_bear", "fights": fights});
    let goal = GoalRequest { account: None, kind: "boss".to_owned(), config, priority: 5, after: Vec::new() };
    company.block_on(company.company().create_goal(goal)).expect("a goal");
}

fn goal(company: &TestCompany) -> GoalView {
    company.company().board().goals().remove(0)
}

fn is_reached(company: &TestCompany) -> bool {
    company.company().board().goals().first().is_some_and(|goal| goal.standing == GoalStanding::Reached)
}

/// Fights that the game has logged for a character.
fn fights_of(company: &TestCompany, name: &str) -> usize {
    let log = company.log(&name.parse().expect("a name"));
    log.iter().filter(|entry| entry.kind == "multi_fight").count()
}

/// One of them loses to a boss, and all of them beat it, who have met for it.
fn only_together(company: &TestCompany, boss: &str) {
    start(company, "Ana", json!({"monster": boss}));
    company.look_every(MINUTE, HOUR, "Ana has come to the boss", |company| {
        run(company, "Ana").status == AutomationStatus::Blocked
    });
    let why = company.character("Ana").expect("she plays").why;
    assert!(why.contains("Ana would win 0 % of such fights"), "{why}");
    meet(company, &json!({"monster": boss, "fights": 3}));
    company.look_every(MINUTE, 2 * HOUR, "the boss is beaten three times", all_are_done);
    for name in NAMES {
        let tally = run(company, name).tally;
        assert_eq!((tally.fights, tally.wins), (3, 3), "{name}: {tally:?}");
        assert!(tally.xp > 0, "{name}: {tally:?}");
        assert_eq!(fights_of(company, name), 3);
        let lines = company.character(name).expect("it plays").last_actions;
        let won = |summary: &str| summary.starts_with(&format!("won against {boss}"));
        assert!(lines.iter().any(|line| won(&line.summary)), "{lines:?}");
    }
    assert_eq!(company.stats().refusals.keys().next(), None, "nobody asked in vain");
    company.assert_everything_is_recorded_once();
}

#[test]
fn what_nobody_beats_alone_is_beaten_by_three_who_have_met_for_it() {
    only_together(&fighters(1), "cave_bear");
}

#[test]
fn a_boss_of_the_season_that_nobody_beats_alone_is_beaten_by_three_who_have_met_for_it() {
    let Some(world) = season() else { return };
    let company = fighters_of(Setup { world, ..Setup::seeded(12) }, 20, &SEASON_GEAR);
    only_together(&company, "king_slime");
}

#[test]
fn a_fight_whose_reply_is_lost_counts_once_for_each_who_fought() {
    for fault in [Fault::ReplyLost, Fault::ReplyCut] {
        let company = fighters(2);
        meet(&company, &json!({"monster": "cave_bear", "fights": 2}));
        company.faults().once("/my/Ana/action/fight", fault);
        company.look_every(MINUTE, 2 * HOUR, "the bear is beaten twice", all_are_done);
        for name in NAMES {
            assert_eq!((run(&company, name).tally.fights, fights_of(&company, name)), (2, 2), "{name}");
        }
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn a_goal_about_a_boss_is_reached_by_a_party_that_disbands_then() {
    let company = fighters(8);
    wants_the_bear_beaten(&company, 2);
    company.look_every(SECOND, 5 * MINUTE, "a party is made", |company| goal(company).lines.len() > 1);
    let line = &goal(&company).lines[0];
    assert!(line.what.starts_with("beat cave_bear 2 times together: Ana"), "{line:?}");
    assert!(line.why.ends_with(" % of such fights together"), "{line:?}");
    company.look_every(MINUTE, 2 * HOUR, "the goal is reached", is_reached);
    company.run_for(5 * MINUTE);
    let fought: Vec<_> = NAMES.map(|name| fights_of(&company, name)).into();
    assert!(fought.contains(&2) && fought.iter().all(|fights| [0, 2].contains(fights)), "{fought:?}");
    let at_work = |name: &&str| company.character(name).is_some_and(|one| one.doing != "nothing to do");
    assert_eq!(NAMES.into_iter().filter(at_work).count(), 0, "all are free again");
    company.assert_everything_is_recorded_once();
}

/// Whoever belongs to it falls, the leader more often than the others; or the program does.
fn somebody_falls(company: &mut TestCompany, dice: &mut fastrand::Rng) {
    match dice.u32(0..8) {
        0 => company.crash(),
        1 => {
            company.take_away("character/demo/Ben");
            company.run_for(SECOND * dice.u32(0..90));
            company.bring_back("character/demo/Ben");
        }
        2 => fell(company, "Cleo"),
        _ => fell(company, "Ana"),
    }
}

/// A goal about a boss is reached while somebody falls at so many moments; what was won is counted once.
fn goal_reached_whoever_falls(seed: u64, moments: usize, fights: u64) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut company = fighters(seed);
    wants_the_bear_beaten(&company, fights);
    for moment in 0..moments {
        company.run_for(std::time::Duration::from_millis(dice.u64(1000..90_000)));
        somebody_falls(&mut company, &mut dice);
        assert!(!is_reached(&company), "seed {seed}: it was reached after {moment} of {moments} falls");
    }
    company.look_every(MINUTE, 24 * HOUR, "the goal is reached", is_reached);
    let won: u32 =
        company.with_journal(journal::Journal::won).into_values().flat_map(BTreeMap::into_values).sum();
    let fought = NAMES.map(|name| fights_of(&company, name)).into_iter().max().unwrap_or_default();
    assert_eq!((u64::from(won), fought as u64), (fights, fights), "seed {seed}");
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_goal_about_a_boss_is_reached_whoever_falls() {
    goal_reached_whoever_falls(9, 5, 8);
}

/// A party fights while its members fall at so many moments, the leader more often than the others.
fn fights_whoever_falls(seed: u64, moments: usize, fights: u64) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut company = fighters(seed);
    meet(&company, &json!({"monster": "cave_bear", "fights": fights}));
    for moment in 0..moments {
        company.run_for(std::time::Duration::from_millis(dice.u64(1000..90_000)));
        somebody_falls(&mut company, &mut dice);
        assert!(!all_are_done(&company), "seed {seed}: they were done after {moment} of {moments} falls");
    }
    company.look_every(MINUTE, 24 * HOUR, "all are done", all_are_done);
    for name in NAMES {
        let counted = run(&company, name).tally.fights;
        assert_eq!((counted, fights_of(&company, name) as u64), (fights, fights), "seed {seed}, {name}");
    }
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_party_fights_on_whoever_falls() {
    for seed in 3..5 {
        fights_whoever_falls(seed, 5, 8);
    }
}

/// Fifty falls of a party: `cargo nextest run -p actors parties --run-ignored only`.
#[test]
#[ignore = "takes minutes"]
fn a_party_fights_on_however_often_somebody_falls() {
    fights_whoever_falls(6, 50, 60);
}

/// The same for a goal.
#[test]
#[ignore = "takes minutes"]
fn a_goal_about_a_boss_is_reached_however_often_somebody_falls() {
    goal_reached_whoever_falls(11, 50, 60);
}

#[test]
fn a_party_waits_where_a_raid_is_and_fights_as_soon_as_it_opens() {
    let company = fighters(7);
    // Each way to the raid costs gold, and whoever falls takes it again.
    NAMES.iter().for_each(|name| company.give(name, "gold", json!({"quantity": 100_000})));
    company.run_for(2 * MINUTE);
    meet(&company, &json!({"monster": "cinder_wyrm", "min_win_rate": 0}));
    company.look_every(MINUTE, HOUR, "they wait for the raid", |company| {
        let why = company.character("Cleo").expect("she plays").why;
        why.starts_with("Waiting for wyrm_in_the_cinders, which opens on ")
    });
    let raids = company.company().board().raids();
    let opens = raids[0].next_start_at;
    company.look_every(MINUTE, 7 * 24 * HOUR, "the raid opens", |company| company.now() >= opens);
    company.run_for(MINUTE);
    let log = company.log(&"Cleo".parse().expect("a name"));
    let first = log.iter().find(|entry| entry.kind == "raid_fight").expect("they fight");
    assert!(first.created_at.duration_since(opens).as_secs() < 60, "{first:?}, opens at {opens}");
    company.assert_everything_is_recorded_once();
}

#[test]
fn what_a_party_will_bring_is_not_reckoned_without_the_others() {
    let company = fighters(13);
    let mind = Mind::new("party", json!({"monster": "cave_bear", "with": ["Ben"]})).unwrap();
    let ana = "Ana".parse().unwrap();
    let refused = company.block_on(company.company().forecast(&ana, mind, vec![1])).unwrap_err();
    assert!(matches!(refused, AskError::CountsOnOthers), "{refused}");
}
