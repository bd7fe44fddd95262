//! The journal itself: opening its file, and the transactions that the other files are written in.

use std::{fs::File, path::Path};

use redb::{
    Database, Durability, ReadTransaction, ReadableDatabase, ReadableTable, StorageBackend, WriteTransaction,
};

use crate::{
    error::{Doing, JournalError},
    tables::{
        ACCOUNTS, ALERTS, ENTRIES, FORMAT, FORMAT_KEY, GOALS, HOURS, INTENT_CHARACTERS, INTENTS, JOINED,
        NUMBERS, RATES, RUNS, WON,
    },
};

const PREPARING: &str = "preparing its tables";

/// Open intents, history entries on their way to PostgreSQL, the latest run of every character, all goals, and what the
/// program must know at its start while PostgreSQL is away: the accounts that were added, the alert rules with what they
/// have told, and what was spent of the rate budget.
///
/// Can be shared between threads; one writes at a time, the others wait.
#[derive(Debug)]
pub struct Journal {
    database: Database,
}

impl Journal {
    /// Opens the file, or makes it. Its folder must exist.
    ///
    /// # Errors
    /// [`JournalError::InUse`], [`JournalError::Damaged`] and [`JournalError::Format`] say what to do;
    /// [`JournalError::Open`] when the disk does not allow it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, JournalError> {
        let path = path.as_ref();
        let database = Database::create(path).map_err(|error| describe(path, error.into()))?;
        let journal = Self::prepare(path, database)?;
        // The file's own writes are synced by redb; its name in the folder is not.
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(|error| describe(path, error.into()))?;
        }
        Ok(journal)
    }

    /// A journal on another kind of disk, as a simulation has one.
    ///
    /// # Errors
    /// As [`Journal::open`], with "simulated disk" as the path.
    pub fn open_on(disk: impl StorageBackend) -> Result<Self, JournalError> {
        let path = Path::new("simulated disk");
        let database =
            Database::builder().create_with_backend(disk).map_err(|error| describe(path, error.into()))?;
        Self::prepare(path, database)
    }

    /// A journal that is gone when it is dropped, for tests and forecasts.
    ///
    /// # Errors
    /// None that memory could cause.
    pub fn in_memory() -> Result<Self, JournalError> {
        Self::open_on(redb::backends::InMemoryBackend::new())
    }

    /// Makes the tables and checks the format.
    fn prepare(path: &Path, database: Database) -> Result<Self, JournalError> {
        let journal = Self { database };
        let found = journal.write(Durability::Immediate, PREPARING, |transaction| {
            // A table exists once it was opened for writing, and readers expect all of them.
            transaction.open_table(INTENTS).doing(PREPARING)?;
            transaction.open_table(INTENT_CHARACTERS).doing(PREPARING)?;
            transaction.open_table(ENTRIES).doing(PREPARING)?;
            transaction.open_table(JOINED).doing(PREPARING)?;
            transaction.open_table(RUNS).doing(PREPARING)?;
            transaction.open_table(HOURS).doing(PREPARING)?;
            transaction.open_table(GOALS).doing(PREPARING)?;
            transaction.open_table(WON).doing(PREPARING)?;
            transaction.open_table(ACCOUNTS).doing(PREPARING)?;
            transaction.open_table(ALERTS).doing(PREPARING)?;
            transaction.open_table(RATES).doing(PREPARING)?;
            let mut numbers = transaction.open_table(NUMBERS).doing(PREPARING)?;
            let known = numbers.get(FORMAT_KEY).doing(PREPARING)?.map(|number| number.value());
            if known.is_none() {
                numbers.insert(FORMAT_KEY, FORMAT).doing(PREPARING)?;
            }
            Ok(known.unwrap_or(FORMAT))
        })?;
        if found == FORMAT {
            Ok(journal)
        } else {
            Err(JournalError::Format { path: path.to_owned(), found, expected: FORMAT })
        }
    }

    /// Runs `work` in one transaction: all of it is kept, or, when it fails, none of it.
    pub(crate) fn write<T>(
        &self,
        durability: Durability,
        doing: &'static str,
        work: impl FnOnce(&WriteTransaction) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let mut transaction = self.database.begin_write().doing(doing)?;
        transaction.set_durability(durability).doing(doing)?;
        let result = work(&transaction)?;
        transaction.commit().doing(doing)?;
        Ok(result)
    }

    /// A view of everything that was committed until now.
    pub(crate) fn read(&self, doing: &'static str) -> Result<ReadTransaction, JournalError> {
        self.database.begin_read().doing(doing)
    }
}

/// Sorts out why a file could not be opened.
fn describe(path: &Path, error: redb::Error) -> JournalError {
    let path = path.to_owned();
    match error {
        redb::Error::DatabaseAlreadyOpen => JournalError::InUse { path },
        redb::Error::Corrupted(_) | redb::Error::UpgradeRequired(_) | redb::Error::RepairAborted => {
            JournalError::Damaged { path, source: Box::new(error) }
        }
        // A file that ends too early or holds something else altogether.
        redb::Error::Io(ref cause)
            if matches!(
                cause.kind(),
                std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof
            ) =>
        {
            JournalError::Damaged { path, source: Box::new(error) }
        }
        _ => JournalError::Open { path, source: Box::new(error) },
    }
}
