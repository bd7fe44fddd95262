//! A game that says no at random: whatever it refuses, no strategy panics, falls silent or insists.

use crate::{
    stage::{Stage, first_steps, mind},
    trading::on_the_market,
};
use game::{Refusal, RefusalCode};
use proptest::prelude::*;
use serde_json::json;

/// Every refusal that an action can get.
const CODES: [u16; 33] = [
    404, 422, 429, 431, 433, 434, 435, 436, 437, 438, 451, 460, 461, 462, 472, 473, 476, 478, 483, 484, 485,
    486, 490, 491, 492, 493, 496, 497, 499, 567, 595, 596, 598,
];

/// For each decision: a refusal, or the world's own answer.
fn answers() -> impl Strategy<Value = Vec<Option<u16>>> {
    let answer = prop_oneof![3 => Just(None), 2 => prop::sample::select(&CODES[..]).prop_map(Some)];
    prop::collection::vec(answer, 60)
}

fn check(strategy: &str, config: serde_json::Value, answers: Vec<Option<u16>>) -> Result<(), TestCaseError> {
    insists_never(Stage::new(&first_steps(), mind(strategy, config)), answers)
}

fn insists_never(mut stage: Stage, answers: Vec<Option<u16>>) -> Result<(), TestCaseError> {
    for answer in answers {
        let refuse = answer.map(|code| Refusal::new(RefusalCode::from(code), "No."));
        let decision = stage.turn(|_| refuse);
        prop_assert!(!decision.why().text.is_empty());
        prop_assert!(decision.action().is_some() || !decision.why().text.is_empty());
    }
    prop_assert!(stage.longest_streak() <= 3, "{}", stage.ending());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_gatherer_never_insists(answers in answers()) {
        check("gathering", json!({"skill": "mining"}), answers)?;
    }

    #[test]
    fn a_crafter_never_insists(answers in answers()) {
        check("crafting", json!({"item": "apprentice_gloves"}), answers)?;
    }

    #[test]
    fn a_learner_never_insists(answers in answers()) {
        check("leveling", json!({}), answers)?;
    }

    #[test]
    fn a_tasker_never_insists(answers in answers()) {
        check("task", json!({"kind": "items"}), answers)?;
    }

    #[test]
    fn a_trader_never_insists(answers in answers(), sells in any::<bool>()) {
        let config = match sells {
            true => json!({"item": "copper_ore", "min_price": 2, "order_minutes": 1}),
            false => json!({"side": "buy", "item": "copper_ore", "quantity": 150, "max_price": 3, "order_minutes": 1}),
        };
        insists_never(on_the_market(config), answers)?;
    }

    #[test]
    fn a_fighter_never_insists(answers in answers()) {
        check("combat", json!({}), answers)?;
    }
}

/// A game that refuses everything with the same code, for hours: the mind must come to rest.
#[test]
fn a_game_that_only_refuses_is_soon_left_alone() {
    for code in CODES {
        let crafting = json!({"item": "copper_dagger"});
        let strategies =
            [("combat", json!({})), ("gathering", json!({"skill": "mining"})), ("crafting", crafting)];
        for (strategy, config) in strategies {
            let mut stage = Stage::new(&first_steps(), mind(strategy, config));
            for _ in 0..240 {
                stage.turn(|_| Some(Refusal::new(RefusalCode::from(code), "No.")));
            }
            assert!(stage.refusals().len() <= 12, "{strategy} {code}: {}", stage.ending());
            assert!(stage.longest_streak() <= 3, "{strategy} {code}: {}", stage.ending());
        }
    }
}
