//! A character falls: it goes on from what the game and the journal say, and nobody else notices.

use std::time::Duration;

use journal::{Closing, Record};
use test_support::company::{Fault, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, everybody_acts, fell};

#[test]
fn a_character_that_falls_acts_again_and_its_siblings_go_on() {
    let company = at_work();
    let siblings = ["Ben", "Cleo", "Dan", "Eva"];
    let before = company.stats();
    fell(&company, "Ana");
    acts(&company, "Ana", PATIENCE);
    company.run_for(5 * MINUTE);

    assert_eq!(company.node("character/demo/Ana").restarts, 1);
    assert_eq!(company.character("Ana").unwrap().restarts, 1);
    let after = company.stats();
    for name in siblings {
        assert_eq!(company.node(&format!("character/demo/{name}")).restarts, 0);
        assert!(after.actions_of(name) - before.actions_of(name) >= 5, "{name} was held up");
    }
    assert_eq!(after.refusals(499), 0, "the cooldown is known after a fall as well");
    company.assert_everything_is_recorded_once();
}

#[test]
fn an_action_under_way_at_a_fall_is_recorded_once() {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::SlowReply(2 * SECOND));
    acts(&company, "Ana", PATIENCE);
    // The game has carried it out; its reply is on its way.
    fell(&company, "Ana");
    acts(&company, "Ana", PATIENCE);
    company.run_for(MINUTE);

    assert_eq!(company.node("character/demo/Ana").restarts, 1);
    company.assert_everything_is_recorded_once();
}

#[test]
fn at_whatever_moment_of_an_action_a_character_falls_it_counts_once() {
    let company = at_work();
    let moments = (-2..=2).chain((10..300).step_by(36));
    for moment in moments.clone() {
        acts(&company, "Ana", PATIENCE);
        company.run_for(SECOND);
        let cooldown = company.character("Ana").and_then(|ana| ana.cooldown).expect("Ana has just acted");
        // From just before it sends its next action until well after the reply.
        company.run_for(Duration::from_millis(cooldown.remaining_ms.saturating_add_signed(moment)));
        fell(&company, "Ana");
    }
    everybody_acts(&company, PATIENCE);

    assert_eq!(company.node("character/demo/Ana").restarts, moments.count() as u64);
    company.assert_everything_is_recorded_once();
    assert_eq!(
        counted(&company),
        seen(&company),
        "the run's memory has missed an action, or counted it twice"
    );
}

/// The actions that the run of Ana remembers.
fn counted(company: &TestCompany) -> u64 {
    company.character("Ana").and_then(|ana| ana.automation).expect("Ana has a run").tally.actions
}

/// The actions of Ana whose replies were seen.
fn seen(company: &TestCompany) -> u64 {
    let of_ana = |record: &Record| match record {
        Record::Action { intent, closing: Closing::Applied { .. }, .. } => intent.character.as_str() == "Ana",
        _ => false,
    };
    company.journal().iter().filter(|record| of_ana(record)).count() as u64
}
