//! Goals outlive restarts, until they are taken back.

use journal::{Goal, GoalStatus, Journal, Record};
use serde_json::json;

use crate::fixtures::{at, id};

fn goal(number: u128, status: GoalStatus) -> Goal {
    Goal {
        id: id(number),
        account: "ana".parse().unwrap(),
        kind: "level".to_owned(),
        config: json!({ "level": 10 }),
        priority: 5,
        after: vec![id(9)],
        memory: json!({"done": [1]}),
        status,
        created_at: at(0),
        changed_at: at(0),
        ended_at: None,
        updated_at: at(0),
    }
}

fn record(goal: &Goal) -> Record {
    Record::Goal(Box::new(goal.clone()))
}

#[test]
fn every_goal_is_kept_as_it_was_last_written_until_it_is_taken_back() {
    let journal = Journal::in_memory().unwrap();
    let (first, second) = (goal(1, GoalStatus::Open), goal(2, GoalStatus::Open));
    journal.append(&[record(&second), record(&first)]).unwrap();
    assert_eq!(journal.goals().unwrap(), [first, second.clone()]);
    let reached = goal(1, GoalStatus::Reached);
    journal.append(&[record(&reached)]).unwrap();
    assert_eq!(journal.goals().unwrap(), [reached, second.clone()]);
    journal.append(&[record(&goal(1, GoalStatus::Deleted))]).unwrap();
    assert_eq!(journal.goals().unwrap(), [second]);
    // The history tells of all of it.
    assert_eq!(journal.backlog().unwrap(), 4);
}
