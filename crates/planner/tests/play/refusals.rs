//! A game that says no, always the same no.

use game::{Refusal, RefusalCode};
use serde_json::json;

use crate::{
    anything::CODES,
    stage::{Reply, Stage, first_steps, mind},
};

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
                stage.turn_with(Reply::Refused(Refusal::new(RefusalCode::from(code), "No.")));
            }
            assert!(stage.refusals().len() <= 12, "{strategy} {code}: {}", stage.ending());
            assert!(stage.longest_streak() <= 3, "{strategy} {code}: {}", stage.ending());
        }
    }
}
