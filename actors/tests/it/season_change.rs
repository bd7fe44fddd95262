//! The game goes over to another season while the company plays.

use std::{fs, path::Path};

use actors::board::AutomationStatus;
use journal::Record;
use planner::Mind;
use sandbox::WorldSource;
use serde_json::json;
use tempfile::TempDir;
use test_support::company::{Setup, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, at_work, everybody_acts};

/// The game is asked for its version every ten minutes.
const NOTICED: std::time::Duration = MINUTE.saturating_mul(11);
const VERSION: &str = "9.0.0";

/// The embedded world with another word for its copper rocks.
fn next_season() -> TempDir {
    let first_steps = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/sandbox/worlds/first_steps");
    let folder = tempfile::tempdir().expect("a folder can be made");
    for file in fs::read_dir(Path::new(first_steps)).expect("the embedded world is there") {
        let file = file.expect("it can be listed");
        let text = fs::read_to_string(file.path()).expect("it can be read");
        let text = text.replace("\"copper_rocks\"", "\"ruddy_rocks\"");
        fs::write(folder.path().join(file.file_name()), text).expect("it can be written");
    }
    folder
}

fn begin(company: &TestCompany) -> TempDir {
    let folder = next_season();
    company.begin_season(WorldSource::Dir(folder.path().to_owned()), VERSION);
    folder
}

/// Those who wait for somebody to try the new version.
fn waiting(company: &TestCompany) -> Vec<String> {
    let waits = company.characters().into_iter().filter(|who| who.why.contains("has tried it"));
    waits.map(|who| who.why).collect()
}

fn restarts(company: &TestCompany) -> u64 {
    company.characters().iter().map(|who| who.restarts).sum()
}

#[test]
fn one_tries_the_new_season_while_the_others_wait_and_then_all_go_on() {
    let company = at_work();
    let _season = begin(&company);
    company.look_every(SECOND, NOTICED, "the others wait", |company| waiting(company).len() == 4);
    assert_eq!(waiting(&company)[0], "The game is in version 9.0.0 now: waiting until Ana has tried it");
    company.look_every(SECOND, PATIENCE, "nobody waits any more", |company| waiting(company).is_empty());
    everybody_acts(&company, PATIENCE);

    assert_eq!(restarts(&company), 0);
    assert_eq!(company.node("game_data").restarts, 0);
    let changes: Vec<_> = company
        .journal()
        .into_iter()
        .filter_map(|record| match record {
            Record::Event { kind, data, .. } if kind == "season_changed" => Some(data),
            _ => None,
        })
        .collect();
    assert_eq!(changes, [json!({ "before": "8.2.0", "version": VERSION })]);
}

#[test]
fn who_was_told_what_the_new_season_does_not_have_says_so_and_the_others_play_on() {
    let mind = |strategy: &str, config| Mind::new(strategy, config).expect("a valid configuration");
    let minds = vec![
        mind("gathering", json!({ "skill": "woodcutting" })),
        mind("gathering", json!({ "resource": "copper_rocks" })),
        mind("gathering", json!({ "skill": "fishing" })),
    ];
    let company = TestCompany::start(Setup { minds, ..Setup::default() });
    everybody_acts(&company, PATIENCE);
    let _season = begin(&company);
    company.look_every(SECOND, NOTICED + PATIENCE, "Ben is blocked", |company| {
        let ben = company.character("Ben").and_then(|ben| ben.automation).expect("it has a run");
        ben.status == AutomationStatus::Blocked && ben.reason.contains(VERSION)
    });
    let why = company.character("Ben").expect("it plays").why;
    assert!(why.contains("has no place for this") && why.contains("`copper_rocks`"), "{why}");
    let before = company.stats();
    company.run_for(10 * MINUTE);
    let after = company.stats();
    for name in ["Ana", "Cleo", "Dan"] {
        assert!(after.actions_of(name) > before.actions_of(name), "{name} plays on");
    }
    assert_eq!(restarts(&company), 0);
}

#[test]
fn nobody_waits_for_ever_for_a_tester_that_is_gone() {
    let company = at_work();
    let _season = begin(&company);
    company.look_every(SECOND, NOTICED, "the others wait", |company| waiting(company).len() == 4);
    company.take_away("character/demo/Ana");
    company.look_every(SECOND, 6 * MINUTE, "nobody waits any more", |company| waiting(company).is_empty());
    for name in ["Ben", "Cleo", "Dan", "Eva"] {
        crate::script::acts(&company, name, PATIENCE);
    }
}

#[test]
fn who_is_told_by_the_game_itself_goes_over_within_a_minute() {
    let company = TestCompany::start(Setup { members: true, ..Setup::default() });
    everybody_acts(&company, PATIENCE);
    let version = json!([{ "fault": { "season_change": { "version": VERSION } } }]);
    company.set_game_faults(&version);
    company.look_every(SECOND, MINUTE, "the others wait", |company| waiting(company).len() == 4);
    company.look_every(SECOND, PATIENCE, "nobody waits any more", |company| waiting(company).is_empty());
    assert_eq!(restarts(&company), 0);
}
