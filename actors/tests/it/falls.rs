//! A character falls: it goes on from what the game and the journal say, and nobody else notices.

use std::time::Duration;

use test_support::company::{Fault, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, everybody_acts};

fn fell(company: &TestCompany, name: &str) {
    company.company().fell(&name.parse().unwrap()).unwrap();
}

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
fn at_whatever_moment_of_an_action_a_character_falls_it_is_recorded_once() {
    let company = at_work();
    for moment in 0..60 {
        acts(&company, "Ana", PATIENCE);
        let cooldown = company.character("Ana").unwrap().cooldown;
        let left = Duration::from_millis(cooldown.map_or(0, |cooldown| cooldown.remaining_ms));
        // From just before it sends its next action until well after the reply.
        company.run_for((left + 6 * Duration::from_millis(moment)).saturating_sub(Duration::from_millis(10)));
        fell(&company, "Ana");
        // More falls within a minute would be more than a supervisor puts up with.
        company.run_for(10 * SECOND);
    }
    everybody_acts(&company, PATIENCE);

    assert_eq!(company.node("character/demo/Ana").restarts, 60);
    company.assert_everything_is_recorded_once();
}
