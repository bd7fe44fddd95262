//! Plans for tasks, of which those count that were completed for the goal.

use game::TASKS_COMPLETED;
use serde_json::json;

use super::{Standing, Troupe, Won, company};

/// Ana and Bob, who have completed so many of the tasks that are wanted.
fn taskers(tasks: u32, completed: u32) -> Troupe {
    let mut troupe = company(&["Ana", "Bob"]).wants("tasks", json!({ "tasks": tasks }));
    troupe.wanted[0].won = Won::from([(TASKS_COMPLETED.to_owned(), completed)]);
    troupe
}

#[test]
fn what_is_left_of_them_is_shared_out() {
    let troupe = taskers(40, 10);
    assert_eq!(troupe.now(), ["Ana: do tasks", "Bob: do tasks"]);
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.progress), (Standing::UnderWay, 0.25));
    assert!(goal.lines.iter().all(|line| line.what == "do 15 tasks"), "{:?}", goal.lines);
}

#[test]
fn with_all_of_them_completed_the_goal_is_reached() {
    assert_eq!(taskers(3, 3).plan().goals[0].standing, Standing::Reached);
}
