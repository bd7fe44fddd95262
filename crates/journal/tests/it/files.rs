//! The journal's file: found again after a restart, and refused with advice when it cannot be used.

use std::fs;

use journal::{Journal, JournalError, RunStatus};
use redb::{Database, TableDefinition};

use crate::fixtures::{event, intent, name, run, snapshot};

#[test]
fn everything_is_there_after_the_file_was_closed_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    let running = run(2, "Ana", RunStatus::Running, crate::fixtures::at(1));
    let journal = Journal::open(&path).unwrap();
    journal.begin(&intent(1, "Ana")).unwrap();
    journal.append(&[event(3), journal::Record::Run(Box::new(running.clone()))]).unwrap();
    journal.append(&[snapshot(4)]).unwrap();
    let history = journal.oldest(10).unwrap();
    drop(journal);

    let journal = Journal::open(&path).unwrap();
    assert_eq!(journal.open_intent(&name("Ana")).unwrap(), Some(intent(1, "Ana")));
    assert_eq!(journal.oldest(10).unwrap(), history);
    assert_eq!(journal.run(&name("Ana")).unwrap(), Some(running));
}

#[test]
fn a_second_user_of_the_file_is_told_who_is_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    let _first = Journal::open(&path).unwrap();
    let error = Journal::open(&path).unwrap_err();
    assert!(matches!(error, JournalError::InUse { .. }), "{error:?}");
    assert!(error.to_string().contains("journal.redb is in use by another process"));
}

#[test]
fn a_file_that_is_no_journal_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    fs::write(&path, "x".repeat(10_000)).unwrap();
    let error = Journal::open(&path).unwrap_err();
    assert!(matches!(error, JournalError::Damaged { .. }), "{error:?}");
    assert!(error.to_string().contains("move it away"));
}

#[test]
fn a_file_cut_short_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    let journal = Journal::open(&path).unwrap();
    journal.append(&[event(1)]).unwrap();
    drop(journal);
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(8_192).unwrap();
    drop(file);
    let error = Journal::open(&path).unwrap_err();
    assert!(matches!(error, JournalError::Damaged { .. }), "{error:?}");
    assert_eq!(fs::metadata(&path).unwrap().len(), 8_192);
}

#[test]
fn a_file_of_another_format_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    drop(Journal::open(&path).unwrap());
    let numbers: TableDefinition<'_, &str, u64> = TableDefinition::new("numbers");
    let database = Database::open(&path).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(numbers).unwrap().insert("format", 2).unwrap();
    transaction.commit().unwrap();
    drop(database);
    let error = Journal::open(&path).unwrap_err();
    assert!(matches!(error, JournalError::Format { found: 2, expected: 1, .. }), "{error:?}");
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let error = Journal::open("/nowhere/journal.redb").unwrap_err();
    assert!(matches!(error, JournalError::Open { .. }), "{error:?}");
    assert!(error.to_string().contains("/nowhere/journal.redb"));
}
