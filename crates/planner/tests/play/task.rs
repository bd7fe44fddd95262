//! Tasks from nothing: fresh characters take them, do them and are paid.

use crate::stage::{Stage, first_steps, mind};
use planner::Decision;
use serde_json::json;

#[test]
fn a_fresh_character_completes_tasks_of_both_kinds() {
    for kind in ["monsters", "items"] {
        let mut stage =
            Stage::new(&first_steps(), mind("task", json!({"kind": kind, "tasks": 2, "most_hours": 40})));
        stage.play(30);
        assert!(
            matches!(stage.journal.last().unwrap().decision, Decision::Done { .. }),
            "{kind}: {}",
            stage.ending()
        );
        assert_eq!(stage.mind.tally().deaths, 0);
        assert!(stage.refusals().is_empty(), "{kind}: {:?}", stage.refusals());
    }
}
