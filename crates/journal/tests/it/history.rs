//! History leaves in the order it came, and what was trimmed does not come back.

use journal::{Journal, Record};
use redb::{Database, TableDefinition};
use uuid::Uuid;

use crate::fixtures::{event, id, id_of, snapshot};

fn waiting(journal: &Journal, limit: usize) -> Vec<Uuid> {
    journal.oldest(limit).unwrap().iter().map(|(_, record)| id_of(record)).collect()
}

#[test]
fn the_oldest_entries_come_first_and_no_more_than_asked_for() {
    let journal = Journal::in_memory().unwrap();
    journal.append(&[event(3), event(1)]).unwrap();
    journal.append(&[snapshot(2)]).unwrap();
    assert_eq!(waiting(&journal, 10), [id(3), id(1), id(2)]);
    assert_eq!(waiting(&journal, 2), [id(3), id(1)]);
}

#[test]
fn trimming_forgets_what_was_read_and_keeps_what_came_since() {
    let journal = Journal::in_memory().unwrap();
    journal.append(&[event(1), event(2)]).unwrap();
    let through = journal.oldest(10).unwrap().last().unwrap().0;
    journal.append(&[event(3)]).unwrap();
    journal.trim(through).unwrap();
    assert_eq!((waiting(&journal, 10), journal.backlog().unwrap()), (vec![id(3)], 1));
}

#[test]
fn numbers_are_never_used_again_even_when_everything_was_trimmed() {
    let journal = Journal::in_memory().unwrap();
    journal.append(&[event(1)]).unwrap();
    let first = journal.oldest(1).unwrap()[0].0;
    journal.trim(first).unwrap();
    journal.append(&[event(2)]).unwrap();
    journal.trim(first).unwrap();
    assert_eq!(waiting(&journal, 10), [id(2)]);
}

#[test]
fn an_entry_of_another_program_becomes_an_error_entry_and_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    let journal = Journal::open(&path).unwrap();
    journal.append(&[event(1), event(2)]).unwrap();
    drop(journal);
    overwrite(&path, 0, &format!(r#"{{"record":"dance","id":"{}"}}"#, id(1)));

    let journal = Journal::open(&path).unwrap();
    assert_eq!(waiting(&journal, 10), [id(1), id(2)]);
    let (_, record) = &journal.oldest(1).unwrap()[0];
    let Record::Error { source, detail, .. } = record else { panic!("{record:?}") };
    assert_eq!((source.as_str(), &detail["entry"]["record"]), ("journal", &"dance".into()));
}

/// Puts another text in the place of an entry, as a newer program might have.
fn overwrite(path: &std::path::Path, number: u64, text: &str) {
    let entries: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("entries");
    let database = Database::open(path).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(entries).unwrap().insert(number, text.as_bytes()).unwrap();
    transaction.commit().unwrap();
}
