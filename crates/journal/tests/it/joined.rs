//! What an action did with somebody else waits until that one's run has counted it.

use journal::{Journal, Record, RunStatus};

use crate::fixtures::{applied, at, id, intent, name, run};

/// What Ana's action did with somebody.
fn entry(number: u128, named: &str) -> Record {
    let intent = Box::new(intent(number, named));
    Record::Action { intent, closing: applied(named), closed_at: at(1), elapsed_ms: 1 }
}

/// Ana has done something with these.
fn after(entries: &[Record]) -> Journal {
    let journal = Journal::in_memory().unwrap();
    journal.begin(&intent(1, "Ana")).unwrap();
    journal.close(id(1), &applied("Ana"), at(1), 1, entries).unwrap();
    journal
}

#[test]
fn what_somebody_else_has_begun_is_history_and_waits_to_be_counted() {
    let entries = [entry(2, "Bo"), entry(3, "Cleo")];
    let journal = after(&entries);
    let history: Vec<_> = journal.oldest(10).unwrap().into_iter().map(|(_, record)| record).collect();
    assert_eq!(history[1..], entries);
    assert_eq!(journal.joined(&name("Ana")).unwrap(), [], "her own action is counted with its end");
    assert_eq!(journal.joined(&name("Bo")).unwrap(), entries[..1]);
}

#[test]
fn what_has_been_counted_waits_no_more_and_the_run_is_kept_with_it() {
    let journal = after(&[entry(2, "Bo"), entry(4, "Bo"), entry(3, "Cleo")]);
    let counted = run(9, "Bo", RunStatus::Running, at(2));
    journal.count_joined(&name("Bo"), id(2), Some(&counted)).unwrap();
    assert_eq!(journal.run(&name("Bo")).unwrap(), Some(counted));
    assert_eq!(journal.joined(&name("Bo")).unwrap(), [entry(4, "Bo")], "that came after it");
    assert_eq!(journal.joined(&name("Cleo")).unwrap(), [entry(3, "Cleo")]);
    journal.count_joined(&name("Bo"), id(4), None).unwrap();
    assert_eq!(journal.joined(&name("Bo")).unwrap(), []);
}
