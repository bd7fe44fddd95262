//! Tasks from nothing: fresh characters take them, do them and are paid.

use crate::stage::{Stage, first_steps, mind, season};
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

#[test]
fn twenty_tasks_about_monsters_are_done_with_the_settings_as_they_are() {
    let Some(data) = season() else { return };
    let mut stage = Stage::new(&data, mind("task", json!({"tasks": 20})));
    stage.play(120);
    assert_eq!(stage.mind.tally().tasks, 20, "{}", stage.ending());
    assert_eq!(stage.mind.tally().deaths, 0);
    let stuck = stage.journal.iter().find(|entry| matches!(entry.decision, Decision::Blocked { .. }));
    assert_eq!(stuck, None);
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
}
