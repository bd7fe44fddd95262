//! A person starts and stops automations.

use planner::Mind;
use serde_json::json;
use test_support::company::{Fault, TestCompany};

use actors::{
    board::{AutomationStatus, AutomationView, CharacterState},
    company::AskError,
};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work};

fn stop(company: &TestCompany) -> Result<AutomationView, AskError> {
    company.block_on(company.company().stop_automation(&"Ana".parse().expect("a valid name")))
}

fn state(company: &TestCompany) -> CharacterState {
    company.character("Ana").expect("Ana plays").state
}

/// Ana's next action is under way, and its reply takes a while.
fn while_acting() -> TestCompany {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::SlowReply(5 * SECOND));
    company.run_until(PATIENCE, "Ana acts", |company| !company.faults().met().is_empty());
    company
}

#[test]
fn a_stop_during_the_cooldown_ends_the_run_at_once() {
    let company = at_work();
    company.run_until(PATIENCE, "the cooldown runs", |company| state(company) == CharacterState::Cooldown);
    let before = company.stats().actions_of("Ana");
    let run = stop(&company).unwrap();
    assert_eq!(run.status, AutomationStatus::Stopped);
    company.run_for(10 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before);
    assert_eq!(state(&company), CharacterState::Idle);
    assert_eq!(company.character("Ana").unwrap().why, "stopped by hand");
}

#[test]
fn a_stop_during_an_action_waits_for_its_end_and_keeps_it() {
    let company = while_acting();
    let before = company.stats().actions_of("Ana");
    assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopped);
    company.run_for(10 * MINUTE);
    assert!(company.stats().actions_of("Ana") <= before + 1, "it went on after the stop");
    assert_eq!(state(&company), CharacterState::Idle);
    company.assert_everything_is_recorded_once();
}

#[test]
fn there_is_nothing_to_stop_twice() {
    let company = at_work();
    stop(&company).unwrap();
    assert!(matches!(stop(&company), Err(AskError::Refused(_))));
}

#[test]
fn another_automation_replaces_the_one_that_runs() {
    for company in [at_work(), while_acting()] {
        let ana = "Ana".parse().unwrap();
        let mind = Mind::new("gathering", json!({ "skill": "woodcutting" })).unwrap();
        let run = company.block_on(company.company().start_automation(&ana, mind)).unwrap();
        assert_eq!(run.status, AutomationStatus::Running);
        acts(&company, "Ana", PATIENCE);
        let ana = company.character("Ana").unwrap();
        assert_eq!(ana.automation.map(|run| run.run_id), Some(run.run_id));
        let runs = company.journal().into_iter().filter_map(|record| match record {
            journal::Record::Run(run) if run.character.as_str() == "Ana" => Some(*run),
            _ => None,
        });
        let replaced: Vec<_> = runs.filter(|run| run.status == journal::RunStatus::Stopped).collect();
        assert_eq!(replaced.len(), 1);
        assert_eq!(replaced[0].reason, "replaced by gathering");
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn a_stopped_character_can_be_started_again() {
    let company = at_work();
    stop(&company).unwrap();
    company.run_for(MINUTE);
    let mind = Mind::new("gathering", json!({ "skill": "mining" })).unwrap();
    company.block_on(company.company().start_automation(&"Ana".parse().unwrap(), mind)).unwrap();
    acts(&company, "Ana", PATIENCE);
}

#[test]
fn a_run_that_is_done_says_so() {
    let company = at_work();
    let mind = Mind::new("gathering", json!({ "skill": "mining", "quantity": 2 })).unwrap();
    company.block_on(company.company().start_automation(&"Ana".parse().unwrap(), mind)).unwrap();
    company.run_until(10 * MINUTE, "the run is done", |company| {
        let run = company.character("Ana").and_then(|ana| ana.automation);
        run.is_some_and(|run| run.status == AutomationStatus::Done)
    });
    assert_eq!(state(&company), CharacterState::Idle);
}
