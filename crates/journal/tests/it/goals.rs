//! Goals outlive restarts, until they are taken back.

use std::collections::BTreeMap;

use game::{Detail, TASKS_COMPLETED, data::Rewards, outcome::FightReport};
use journal::{Closing, Goal, GoalStatus, Journal, Record, Run, RunGoal, RunStatus};
use serde_json::json;

use crate::fixtures::{applied, at, id, intent, run};

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

/// How a fight ended that the run has fought for goal 1.
fn fought(win: bool) -> Closing {
    let Closing::Applied { mut outcome } = applied("Ana") else { panic!("an applied action") };
    let (opponent, logs, characters) = ("bear".to_owned(), Vec::new(), Vec::new());
    outcome.detail = Detail::Fought(FightReport { win, turns: 20, opponent, logs, characters, raid: false });
    Closing::Applied { outcome }
}

/// How it went on to complete a task.
fn completed() -> Closing {
    let Closing::Applied { mut outcome } = applied("Ana") else { panic!("an applied action") };
    outcome.detail = Detail::TaskCompleted(Rewards::default());
    Closing::Applied { outcome }
}

#[test]
fn each_win_and_each_task_of_a_run_counts_once_for_its_goal_until_the_goal_is_taken_back() {
    let journal = Journal::in_memory().unwrap();
    let part = RunGoal { id: id(1), part: "beat bear in a party".to_owned() };
    let run = Run { goal: Some(part), ..run(8, "Ana", RunStatus::Running, at(1)) };
    for (number, win) in [(2, true), (3, false), (4, true)] {
        journal.begin(&intent(number, "Ana")).unwrap();
        let also = [Record::Run(Box::new(run.clone()))];
        journal.close(id(number), &fought(win), at(1), 1, &also).unwrap();
    }
    journal.begin(&intent(5, "Ana")).unwrap();
    let also = [Record::Run(Box::new(run.clone()))];
    journal.close(id(5), &completed(), at(1), 1, &also).unwrap();
    let won = BTreeMap::from([("bear".to_owned(), 2), (TASKS_COMPLETED.to_owned(), 1)]);
    assert_eq!(journal.won().unwrap(), BTreeMap::from([(id(1), won)]));
    journal.append(&[record(&goal(2, GoalStatus::Deleted))]).unwrap();
    assert_eq!(journal.won().unwrap().len(), 1, "that was another one");
    journal.append(&[record(&goal(1, GoalStatus::Deleted))]).unwrap();
    assert_eq!(journal.won().unwrap(), BTreeMap::new());
}
