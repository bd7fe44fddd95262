//! Templates at play: what is offered to newcomers brings them forward.

use planner::{Decision, Mind, templates};

use crate::stage::{Stage, first_steps, season};

#[test]
fn every_template_can_be_started() {
    for data in [Some(first_steps()), season()].into_iter().flatten() {
        for template in templates() {
            let mind = Mind::new(&template.strategy, template.config.clone());
            assert_eq!(mind.and_then(|mind| mind.check(&data)), Ok(()), "{}", template.name);
        }
    }
}

#[test]
fn a_newcomer_gets_somewhere_with_every_template_for_newcomers() {
    for data in [Some(first_steps()), season()].into_iter().flatten() {
        for template in templates().iter().filter(|template| template.from_level == 1) {
            let mind = Mind::new(&template.strategy, template.config.clone()).unwrap();
            let mut stage = Stage::new(&data, mind);
            stage.play(3);
            let stuck = stage.journal.iter().find(|entry| matches!(entry.decision, Decision::Blocked { .. }));
            assert_eq!(stuck, None, "{}", template.name);
            assert!(stage.mind.tally().actions > 100, "{}: {}", template.name, stage.ending());
        }
    }
}
