//! A person starts and stops automations.

use planner::Mind;
use serde_json::json;
use test_support::company::{Fault, TestCompany};

use actors::{
    board::{AutomationStatus, AutomationView, CharacterState, CharacterView},
    character::{ControlError, Wish},
    company::AskError,
};
use journal::RunStatus;

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, fell};

fn stop(company: &TestCompany) -> Result<AutomationView, AskError> {
    change(company, Wish::Stop)
}

fn change(company: &TestCompany, wish: Wish) -> Result<AutomationView, AskError> {
    company.block_on(company.company().change_automation(&"Ana".parse().expect("a valid name"), wish))
}

fn start(company: &TestCompany, mind: Mind) -> Result<AutomationView, AskError> {
    company.block_on(company.company().start_automation(&"Ana".parse().expect("a valid name"), mind))
}

fn state(company: &TestCompany) -> CharacterState {
    company.character("Ana").expect("Ana plays").state
}

fn status(company: &TestCompany) -> AutomationStatus {
    company.character("Ana").and_then(|ana| ana.automation).expect("Ana has a run").status
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
fn a_stop_during_an_action_is_answered_at_once_and_lets_the_action_end() {
    let company = while_acting();
    let (before, told) = (company.stats().actions_of("Ana"), company.now());
    assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopping);
    assert!(company.now().duration_since(told).as_millis() < 1000, "the answer waited for the action");
    assert_eq!(status(&company), AutomationStatus::Stopping);
    company.run_for(10 * MINUTE);
    assert!(company.stats().actions_of("Ana") <= before + 1, "it went on after the stop");
    assert_eq!((state(&company), status(&company)), (CharacterState::Idle, AutomationStatus::Stopped));
    let run = company.with_journal(|journal| journal.run(&"Ana".parse().unwrap())).unwrap();
    assert_eq!((run.status, run.memory["tally"]["actions"].as_u64()), (RunStatus::Stopped, Some(before + 1)));
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_stop_during_an_outage_is_answered_at_once_and_outlives_a_crash() {
    for crash in [false, true] {
        let mut company = at_work();
        company.faults().always("/", Fault::NotSent);
        company.run_for(5 * MINUTE);
        assert_eq!(state(&company), CharacterState::GameAway);
        let (before, told) = (company.stats().actions_of("Ana"), company.now());
        assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopped);
        assert!(company.now().duration_since(told).as_millis() < 1000, "the answer waited for the game");
        if crash {
            company.crash();
        } else {
            company.run_for(SECOND);
            assert_eq!(
                (state(&company), status(&company)),
                (CharacterState::Idle, AutomationStatus::Stopped)
            );
        }
        company.faults().clear();
        company.run_for(10 * MINUTE);
        assert_eq!(company.stats().actions_of("Ana"), before, "what was waiting was sent after the stop");
        assert_eq!((state(&company), status(&company)), (CharacterState::Idle, AutomationStatus::Stopped));
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn a_stop_is_shown_while_what_became_of_the_last_action_is_found_out() {
    let company = at_work();
    company.faults().always("/", Fault::BAD_GATEWAY);
    company.run_until(PATIENCE, "everybody waits for the game", |company| {
        company.characters().iter().all(|character| character.state == CharacterState::GameAway)
    });
    stop(&company).unwrap();
    company.run_for(MINUTE);
    assert_eq!(status(&company), AutomationStatus::Stopped);
}

#[test]
fn a_stop_of_a_character_that_fell_during_an_outage_withdraws_what_waits() {
    let company = at_work();
    company.faults().always("/", Fault::NotSent);
    company.run_for(5 * MINUTE);
    fell(&company, "Ana");
    company.run_for(SECOND);
    let before = company.stats().actions_of("Ana");
    assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopped);
    company.faults().clear();
    company.run_for(10 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before, "what was waiting was sent after the stop");
    company.assert_everything_is_recorded_once();
}

#[test]
fn wishes_during_an_outage_at_the_start_are_granted_at_once() {
    let mut company = at_work();
    // What the database would tell of her.
    let (seen_at, seen) = (company.now(), company.character("Ana").unwrap());
    let ana = CharacterView { as_of: Some(seen_at), state: CharacterState::Starting, ..seen };
    company.faults().always("/", Fault::NotSent);
    company.crash();
    company.run_for(MINUTE);
    company.block_on(async { company.company().board().restore_characters(vec![ana]) });
    assert_eq!(state(&company), CharacterState::GameAway);
    let told = company.now();
    assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopped);
    assert!(company.now().duration_since(told).as_millis() < 1000, "the answer waited for the game");
    assert!(matches!(stop(&company), Err(AskError::Refused(_))));
    let mind = Mind::new("gathering", json!({ "skill": "fishing" })).unwrap();
    let run = start(&company, mind).unwrap();
    assert_eq!(company.character("Ana").unwrap().automation, Some(run.clone()));

    company.faults().clear();
    acts(&company, "Ana", PATIENCE);
    let ana = company.character("Ana").unwrap();
    assert_eq!((ana.automation.unwrap().run_id, ana.as_of), (run.run_id, None));
}

#[test]
fn a_wish_while_a_fallen_character_reads_its_state_is_granted_at_once() {
    let company = at_work();
    company.faults().always("/my/characters", Fault::SlowReply(10 * SECOND));
    fell(&company, "Ana");
    company.run_for(5 * SECOND);
    let told = company.now();
    assert_eq!(stop(&company).unwrap().status, AutomationStatus::Stopped);
    assert!(company.now().duration_since(told).as_millis() < 1000, "the answer waited for the game");
    let before = company.stats().actions_of("Ana");
    company.run_for(10 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before);
    assert_eq!((state(&company), status(&company)), (CharacterState::Idle, AutomationStatus::Stopped));
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
        let mind = Mind::new("gathering", json!({ "skill": "woodcutting" })).unwrap();
        let run = start(&company, mind).unwrap();
        assert_eq!(run.status, AutomationStatus::Running);
        acts(&company, "Ana", PATIENCE);
        let ana = company.character("Ana").unwrap();
        assert_eq!(ana.automation.map(|run| run.run_id), Some(run.run_id));
        let runs = company.journal().into_iter().filter_map(|record| match record {
            journal::Record::Run(run) if run.character.as_str() == "Ana" => Some(*run),
            _ => None,
        });
        let replaced: Vec<_> = runs.filter(|before| before.id != run.run_id).collect();
        let last = replaced.last().expect("a run that was replaced");
        assert_eq!((last.status, last.reason.as_str()), (RunStatus::Stopped, "replaced by gathering"));
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn a_stopped_character_can_be_started_again() {
    let company = at_work();
    stop(&company).unwrap();
    company.run_for(MINUTE);
    let mind = Mind::new("gathering", json!({ "skill": "mining" })).unwrap();
    start(&company, mind).unwrap();
    acts(&company, "Ana", PATIENCE);
}

#[test]
fn a_run_that_is_done_says_so() {
    let company = at_work();
    let mind = Mind::new("gathering", json!({ "skill": "mining", "quantity": 2 })).unwrap();
    start(&company, mind).unwrap();
    company.run_until(10 * MINUTE, "the run is done", |company| {
        let run = company.character("Ana").and_then(|ana| ana.automation);
        run.is_some_and(|run| run.status == AutomationStatus::Done)
    });
    assert_eq!(state(&company), CharacterState::Idle);
}

#[test]
fn a_paused_automation_does_nothing_until_it_is_resumed() {
    let mut company = while_acting();
    assert_eq!(change(&company, Wish::Pause).unwrap().status, AutomationStatus::Paused);
    company.run_for(MINUTE);
    let before = company.stats().actions_of("Ana");
    company.run_for(10 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before, "it went on while it was paused");
    let ana = company.character("Ana").unwrap();
    assert_eq!(
        (ana.state, ana.doing.as_str(), ana.why.as_str()),
        (CharacterState::Idle, "paused", "paused by hand")
    );
    company.crash();
    company.run_for(5 * MINUTE);
    assert_eq!((company.stats().actions_of("Ana"), status(&company)), (before, AutomationStatus::Paused));
    assert_eq!(change(&company, Wish::Resume).unwrap().status, AutomationStatus::Running);
    acts(&company, "Ana", PATIENCE);
    assert_eq!(status(&company), AutomationStatus::Running);
    company.assert_everything_is_recorded_once();
}

#[test]
fn only_what_is_paused_is_resumed_and_only_what_runs_is_changed() {
    let company = at_work();
    let refusal = |answer: Result<AutomationView, AskError>| match answer {
        Err(AskError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal(change(&company, Wish::Resume)), ControlError::NotPaused);
    stop(&company).unwrap();
    for wish in [Wish::Stop, Wish::Pause, Wish::Resume, Wish::WindDown] {
        assert_eq!(refusal(change(&company, wish)), ControlError::NothingRuns, "{wish:?}");
    }
}

#[test]
fn who_winds_down_puts_everything_into_the_bank_and_stops() {
    for crash in [false, true] {
        let mut company = at_work();
        company.run_until(PATIENCE, "Ana carries something", |company| {
            company.character("Ana").is_some_and(|ana| ana.inventory.total > 2)
        });
        assert_eq!(change(&company, Wish::WindDown).unwrap().status, AutomationStatus::WindingDown);
        if crash {
            company.crash();
        }
        company.run_until(PATIENCE, "it is over", |company| {
            company
                .character("Ana")
                .is_some_and(|ana| ana.automation.is_some_and(|run| run.status == AutomationStatus::Stopped))
        });
        let ana = company.character("Ana").unwrap();
        assert_eq!(ana.inventory.total, 0, "{:?}", ana.inventory);
        assert_eq!(ana.automation.unwrap().reason, "Stopped as asked; nothing is left to put into the bank");
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn winding_down_can_be_taken_back() {
    let company = at_work();
    company.run_until(PATIENCE, "Ana carries something", |company| {
        company.character("Ana").is_some_and(|ana| ana.inventory.total > 2)
    });
    change(&company, Wish::WindDown).unwrap();
    company.run_for(SECOND);
    assert_eq!(status(&company), AutomationStatus::WindingDown);
    assert_eq!(change(&company, Wish::Resume).unwrap().status, AutomationStatus::Running);
    company.run_for(10 * MINUTE);
    assert_eq!(status(&company), AutomationStatus::Running);
    acts(&company, "Ana", PATIENCE);
}
