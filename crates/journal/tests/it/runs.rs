//! The latest run of every character outlives restarts.

use journal::{Journal, Record, RunStatus};
use serde_json::json;

use crate::fixtures::{applied, at, id, intent, name, run};

fn record(run: &journal::Run) -> Record {
    Record::Run(Box::new(run.clone()))
}

#[test]
fn the_latest_run_of_each_character_is_kept() {
    let journal = Journal::in_memory().unwrap();
    let (ana, bo) = (run(2, "Ana", RunStatus::Running, at(2)), run(3, "Bo", RunStatus::Blocked, at(1)));
    journal.append(&[record(&run(1, "Ana", RunStatus::Done, at(1))), record(&ana), record(&bo)]).unwrap();
    assert_eq!(journal.run(&name("Ana")).unwrap().as_ref(), Some(&ana));
    assert_eq!(journal.runs().unwrap(), [ana, bo]);
    assert_eq!(journal.backlog().unwrap(), 3);
}

#[test]
fn an_ended_run_stays_until_it_is_cleared_so_that_an_idle_character_can_say_why() {
    let journal = Journal::in_memory().unwrap();
    journal.append(&[record(&run(1, "Ana", RunStatus::Done, at(1)))]).unwrap();
    assert!(!journal.run(&name("Ana")).unwrap().unwrap().status.is_open());
    journal.clear_run(&name("Ana")).unwrap();
    assert_eq!(journal.run(&name("Ana")).unwrap(), None);
}

#[test]
fn a_version_is_never_dated_before_the_one_it_replaces() {
    let journal = Journal::in_memory().unwrap();
    journal.append(&[record(&run(1, "Ana", RunStatus::Running, at(60)))]).unwrap();
    // The machine's clock was set back by a minute.
    journal.append(&[record(&run(1, "Ana", RunStatus::Done, at(0)))]).unwrap();
    let kept = journal.run(&name("Ana")).unwrap().unwrap();
    assert_eq!((kept.status, kept.updated_at), (RunStatus::Done, at(60)));
    assert_eq!(journal.oldest(10).unwrap()[1].1, record(&kept));
    // Another run has a time of its own.
    journal.append(&[record(&run(2, "Ana", RunStatus::Running, at(1)))]).unwrap();
    let next = journal.run(&name("Ana")).unwrap().unwrap();
    assert_eq!((next.id, next.updated_at), (id(2), at(1)));
}

/// Ana is in an action that run 1 has decided; meanwhile a person does `meanwhile`. Gives what closing the action has
/// written of run 1, and the run that is Ana's latest then.
fn closed_after(meanwhile: &[Record]) -> (journal::Run, journal::Run) {
    let journal = Journal::in_memory().unwrap();
    let before = run(1, "Ana", RunStatus::Running, at(1));
    journal.append(&[record(&before)]).unwrap();
    journal.begin(&intent(7, "Ana")).unwrap();
    journal.append(meanwhile).unwrap();
    let after = journal::Run { memory: json!({ "loops": 4 }), updated_at: at(9), ..before };
    journal.close(id(7), &applied("Ana"), at(9), 5, &[record(&after)]).unwrap();
    let entries = journal.oldest(10).unwrap();
    let Some((_, Record::Run(written))) = entries.last() else { panic!("{entries:?}") };
    (*written.clone(), journal.run(&name("Ana")).unwrap().unwrap())
}

#[test]
fn a_run_that_was_stopped_during_its_action_stays_stopped_and_remembers_the_action() {
    let stopped = journal::Run { reason: "by hand".to_owned(), ..run(1, "Ana", RunStatus::Stopped, at(2)) };
    let (written, latest) = closed_after(&[record(&stopped)]);
    assert_eq!((written.status, written.reason.as_str()), (RunStatus::Stopped, "by hand"));
    assert_eq!((&written.memory, written.updated_at), (&json!({ "loops": 4 }), at(9)));
    assert_eq!(latest, written);
}

#[test]
fn a_run_that_was_paused_during_its_action_stays_paused() {
    let paused = journal::Run { reason: "by hand".to_owned(), ..run(1, "Ana", RunStatus::Paused, at(2)) };
    let (written, latest) = closed_after(&[record(&paused)]);
    assert_eq!((written.status, written.reason.as_str()), (RunStatus::Paused, "by hand"));
    assert_eq!((&written.memory, &latest), (&json!({ "loops": 4 }), &written));
}

#[test]
fn a_run_that_was_replaced_during_its_action_does_not_come_back() {
    let next = run(2, "Ana", RunStatus::Running, at(2));
    let (written, latest) = closed_after(&[record(&next)]);
    assert_eq!((written.id, written.status, written.ended_at), (id(1), RunStatus::Stopped, Some(at(9))));
    assert_eq!(latest, next);
}
