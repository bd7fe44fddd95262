//! The latest run of every character outlives restarts.

use journal::{Journal, Record, RunStatus};

use crate::fixtures::{at, id, name, run};

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
