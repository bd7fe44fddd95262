//! The whole program ends, in good order or not, and goes on where it was.

use std::time::Duration;

use actors::board::AutomationStatus;
use actors::character::Wish;
use game::RefusalCode;
use journal::{Closing, Record};
use test_support::company::{Fault, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, everybody_acts};

/// The id of a character's run, and how often it has gathered in it.
fn progress(company: &TestCompany, name: &str) -> (uuid::Uuid, u64) {
    let run = company.character(name).and_then(|character| character.automation).expect("it has a run");
    (run.run_id, run.tally.actions)
}

#[test]
fn runs_go_on_with_their_memory_after_a_crash() {
    let mut company = at_work();
    company.run_for(10 * MINUTE);
    let (run, actions) = progress(&company, "Ana");
    company.crash();
    let waited = everybody_acts(&company, PATIENCE);
    assert!(waited <= MINUTE, "the last one acted after {waited:?}");
    let (same, more) = progress(&company, "Ana");
    assert_eq!(same, run);
    assert!(actions >= 10 && more > actions, "{actions} before the crash, {more} after");
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_stopped_run_stays_stopped_after_a_restart() {
    let mut company = at_work();
    let ana = "Ana".parse().unwrap();
    company.block_on(company.company().change_automation(&ana, Wish::Stop)).unwrap();
    company.run_for(10 * SECOND);
    company.restart();
    everybody_but_ana_acts(&company);
    let before = company.stats().actions_of("Ana");
    company.run_for(10 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before);
    let run = company.character("Ana").unwrap().automation.unwrap();
    assert_eq!((run.status, run.reason.as_str()), (AutomationStatus::Stopped, "stopped by hand"));
}

fn everybody_but_ana_acts(company: &TestCompany) {
    for name in ["Ben", "Cleo", "Dan", "Eva"] {
        acts(company, name, PATIENCE);
    }
}

#[test]
fn a_crash_while_an_action_is_under_way_is_found_out_afterwards() {
    for fault in [Fault::SlowReply(5 * SECOND), Fault::RequestLost, Fault::ReplyLost] {
        let mut company = at_work();
        company.faults().once("/my/Ana/action", fault);
        company.run_until(PATIENCE, "the fault is met", |company| !company.faults().met().is_empty());
        company.run_for(SECOND);
        company.crash();
        everybody_acts(&company, PATIENCE);
        company.run_for(MINUTE);
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn at_whatever_moment_the_program_crashes_everything_is_recorded_once() {
    let mut company = at_work();
    for moment in 0..25_u32 {
        company.run_for(10 * SECOND + moment * Duration::from_millis(370));
        company.crash();
    }
    everybody_acts(&company, PATIENCE);
    company.assert_everything_is_recorded_once();
}

#[test]
fn no_action_is_refused_after_a_crash_because_its_cooldown_was_guessed() {
    let mut company = at_work();
    for moment in 0..25_u32 {
        company.run_for(10 * SECOND + moment * Duration::from_millis(370));
        company.crash();
    }
    everybody_acts(&company, PATIENCE);
    let early = |record: &Record| matches!(record, Record::Action { closing: Closing::Refused(refusal), .. } if refusal.code == RefusalCode::Cooldown);
    let early: Vec<_> = company.journal().into_iter().filter(early).collect();
    assert!(early.is_empty(), "{} actions came too early: {:?}", early.len(), early.first());
}

#[test]
fn a_card_has_its_last_actions_after_a_restart_while_the_database_is_away() {
    let mut company = at_work();
    company.block_on(company.company().change_automation(&"Ana".parse().unwrap(), Wish::Stop)).unwrap();
    company.run_for(MINUTE);
    let before = company.character("Ana").unwrap().last_actions;
    company.crash();
    company.run_until(PATIENCE, "Ana is read", |company| company.character("Ana").is_some());
    assert!(!before.is_empty());
    assert_eq!(company.character("Ana").unwrap().last_actions, before);
}

#[test]
fn nobody_acts_after_a_shutdown() {
    let mut company = at_work();
    company.run_for(MINUTE);
    let before = company.stats();
    company.restart();
    assert_eq!(company.stats().actions(), before.actions());
    company.assert_everything_is_recorded_once();
}
