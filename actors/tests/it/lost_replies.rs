//! Replies get lost: what became of an action is found out, never assumed, and nothing is done twice.

use actors::board::CharacterState;
use test_support::company::{Fault, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, everybody_acts, resolved};

/// A company in which Ana's next action has met `fault` and all has been found out since.
fn after(fault: Fault) -> TestCompany {
    let company = at_work();
    company.faults().once("/my/Ana/action", fault);
    let met = |company: &TestCompany| company.faults().met().contains_key(&fault);
    company.run_until(PATIENCE, "the fault is met", met);
    company.run_for(MINUTE);
    everybody_acts(&company, PATIENCE);
    company.assert_everything_is_recorded_once();
    let ana = company.character("Ana").expect("Ana plays");
    let gained: u64 = ana.automation.iter().flat_map(|run| run.tally.items.values()).sum();
    assert_eq!(gained, u64::from(ana.inventory.total), "{fault:?}: what she carries is not what she counted");
    company
}

/// Requests that Ana's actions took beyond one each.
fn requests_too_many(company: &TestCompany) -> u64 {
    let stats = company.stats();
    stats.requests("action") - stats.actions()
}

#[test]
fn an_action_whose_reply_is_lost_is_found_in_the_games_log() {
    for fault in [Fault::ReplyLost, Fault::ReplyCut] {
        let company = after(fault);
        assert_eq!(resolved(&company, "Ana").len(), 1, "{fault:?}");
        assert_eq!(requests_too_many(&company), 0, "{fault:?}: nothing is done again blindly");
    }
}

#[test]
fn an_action_that_never_arrived_is_done_again() {
    for fault in [Fault::RequestLost, Fault::NotSent, Fault::SERVER_ERROR, Fault::BAD_GATEWAY] {
        let company = after(fault);
        assert_eq!(resolved(&company, "Ana").len(), 0, "{fault:?}");
        // What never reached the sandbox is not among its requests.
        assert_eq!(requests_too_many(&company), 0, "{fault:?}");
    }
}

#[test]
fn an_action_that_is_applied_after_the_program_gave_up_is_recorded_too() {
    let company = after(Fault::Late(2 * SECOND));
    assert_eq!(resolved(&company, "Ana").len(), 1);
    assert_eq!(company.stats().refusals(499), 0);
}

#[test]
fn a_character_whose_reply_was_lost_says_that_it_finds_out() {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::RequestLost);
    company.run_until(PATIENCE, "Ana finds out", |company| {
        company.character("Ana").is_some_and(|ana| ana.state == CharacterState::Resolving)
    });
}

#[test]
fn others_go_on_while_one_waits_for_a_lost_reply() {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::RequestLost);
    company.run_until(PATIENCE, "the request is lost", |company| !company.faults().met().is_empty());
    let before = company.stats();
    company.run_for(20 * SECOND);
    let after = company.stats();
    assert!(after.actions() > before.actions());
    acts(&company, "Ana", PATIENCE);
}
