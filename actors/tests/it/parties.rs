//! Parties: what nobody beats alone is beaten by three who have met for it, whoever falls on the way.

use actors::board::{AutomationStatus, AutomationView};
use game::xp;
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Fault, Setup, TestCompany};

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

/// Three fighters, and nobody has told them anything.
fn fighters(seed: u64) -> TestCompany {
    let characters = NAMES.map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds: Vec::new(), ..Setup::seeded(seed) });
    company.run_for(MINUTE);
    let xp = xp::total(&xp::at_level(12));
    NAMES.iter().for_each(|name| company.grant(name, xp, &GEAR));
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

fn run(company: &TestCompany, name: &str) -> AutomationView {
    company.character(name).and_then(|one| one.automation).expect("it was told something")
}

fn all_are_done(company: &TestCompany) -> bool {
    NAMES.iter().all(|name| run(company, name).status == AutomationStatus::Done)
}

/// Fights that the game has logged for a character.
fn fights_of(company: &TestCompany, name: &str) -> usize {
    let log = company.log(&name.parse().expect("a name"));
    log.iter().filter(|entry| entry.kind == "multi_fight").count()
}

#[test]
fn what_nobody_beats_alone_is_beaten_by_three_who_have_met_for_it() {
    let company = fighters(1);
    start(&company, "Ana", json!({"monster": "cave_bear"}));
    company.look_every(MINUTE, HOUR, "Ana has come to the bear", |company| {
        run(company, "Ana").status == AutomationStatus::Blocked
    });
    let why = company.character("Ana").expect("she plays").why;
    assert!(why.contains("Ana would win 0 % of such fights"), "{why}");
    meet(&company, &json!({"monster": "cave_bear", "fights": 3}));
    company.look_every(MINUTE, 2 * HOUR, "the bear is beaten three times", all_are_done);
    for name in NAMES {
        let tally = run(&company, name).tally;
        assert_eq!((tally.fights, tally.wins), (3, 3), "{name}: {tally:?}");
        assert!(tally.xp > 0 && tally.items["bear_pelt"] == 3, "{name}: {tally:?}");
        assert_eq!(fights_of(&company, name), 3);
        let line = &company.character(name).expect("it plays").last_actions;
        assert!(line.iter().any(|line| line.summary.starts_with("won against cave_bear")), "{line:?}");
    }
    assert_eq!(company.stats().refusals.keys().next(), None, "nobody asked in vain");
    company.assert_everything_is_recorded_once();
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

/// A party fights while its members fall at so many moments, the leader more often than the others.
fn fights_whoever_falls(seed: u64, moments: usize, fights: u64) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut company = fighters(seed);
    meet(&company, &json!({"monster": "cave_bear", "fights": fights}));
    for moment in 0..moments {
        company.run_for(std::time::Duration::from_millis(dice.u64(1000..90_000)));
        match dice.u32(0..8) {
            0 => company.crash(),
            1 => {
                company.take_away("character/demo/Ben");
                company.run_for(SECOND * dice.u32(0..90));
                company.bring_back("character/demo/Ben");
            }
            2 => fell(&company, "Cleo"),
            _ => fell(&company, "Ana"),
        }
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
    for seed in 3..6 {
        fights_whoever_falls(seed, 5, 8);
    }
}

/// Fifty falls of a party: `cargo nextest run -p actors parties --run-ignored only`.
#[test]
#[ignore = "takes minutes"]
fn a_party_fights_on_however_often_somebody_falls() {
    fights_whoever_falls(6, 50, 60);
}
