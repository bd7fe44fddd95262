//! History entries on their way to PostgreSQL: appended in order, read from the oldest, trimmed once they are safe.

use redb::{Durability, ReadableTable, ReadableTableMetadata, WriteTransaction};

use crate::{
    error::{Doing, JournalError},
    goals, hours,
    journal::Journal,
    record::{Record, Run},
    runs,
    tables::{ENTRIES, NEXT_ENTRY_KEY, NUMBERS, encode},
    unreadable::unreadable,
};

const APPENDING: &str = "appending history";
const READING: &str = "reading history";
const TRIMMING: &str = "trimming history";

impl Journal {
    /// Appends entries in the order given, all or none. A [`Record::Run`] also becomes its character's latest run, a
    /// [`Record::Hour`] what is known of that hour, and a [`Record::Goal`] is kept until it is taken back.
    ///
    /// Snapshots and prices are not worth a sync of their own: they reach the disk with the next durable write, and a
    /// power cut before that loses no more than a point of a curve. Everything else is on the disk when this returns.
    ///
    /// # Errors
    /// The disk.
    pub fn append(&self, records: &[Record]) -> Result<(), JournalError> {
        let is_a_point = |record: &Record| matches!(record, Record::Snapshot { .. } | Record::Prices { .. });
        let durability =
            if records.iter().all(is_a_point) { Durability::None } else { Durability::Immediate };
        self.write(durability, APPENDING, |transaction| push(transaction, APPENDING, records, runs::put))
    }

    /// The oldest entries with their numbers, at most `limit` of them.
    ///
    /// An entry that this program cannot read comes as a [`Record::Error`] with the entry's text in it, so that it
    /// neither holds up those behind it nor gets lost.
    ///
    /// # Errors
    /// The disk.
    pub fn oldest(&self, limit: usize) -> Result<Vec<(u64, Record)>, JournalError> {
        let entries = self.read(READING)?.open_table(ENTRIES).doing(READING)?;
        entries
            .iter()
            .doing(READING)?
            .take(limit)
            .map(|entry| {
                let (number, bytes) = entry.doing(READING)?;
                let record = serde_json::from_slice(bytes.value())
                    .unwrap_or_else(|error| unreadable(number.value(), bytes.value(), &error));
                Ok((number.value(), record))
            })
            .collect()
    }

    /// The newest entries, the oldest of them first, at most `limit`. One that this program cannot read is left out.
    ///
    /// # Errors
    /// The disk.
    pub fn newest(&self, limit: usize) -> Result<Vec<Record>, JournalError> {
        let entries = self.read(READING)?.open_table(ENTRIES).doing(READING)?;
        let mut newest = Vec::new();
        for entry in entries.iter().doing(READING)?.rev().take(limit) {
            let (_, bytes) = entry.doing(READING)?;
            newest.extend(serde_json::from_slice::<Record>(bytes.value()).ok());
        }
        newest.reverse();
        Ok(newest)
    }

    /// Forgets the entries up to and including number `through`, because they are safe elsewhere.
    ///
    /// Not synced by itself: after a power cut some may be back, and carrying them over again changes nothing.
    ///
    /// # Errors
    /// The disk.
    pub fn trim(&self, through: u64) -> Result<(), JournalError> {
        self.write(Durability::None, TRIMMING, |transaction| {
            let mut entries = transaction.open_table(ENTRIES).doing(TRIMMING)?;
            entries.retain_in(..=through, |_, _| false).doing(TRIMMING)
        })
    }

    /// How many entries wait.
    ///
    /// # Errors
    /// The disk.
    pub fn backlog(&self) -> Result<u64, JournalError> {
        let entries = self.read(READING)?.open_table(ENTRIES).doing(READING)?;
        entries.len().doing(READING)
    }
}

/// How a run is stored beside its entry: [`runs::put`] or [`runs::add`].
pub(crate) type StoreRun = fn(&WriteTransaction, &'static str, &Run) -> Result<Run, JournalError>;

/// Appends entries within a transaction.
pub(crate) fn push<'r>(
    transaction: &WriteTransaction,
    doing: &'static str,
    records: impl IntoIterator<Item = &'r Record>,
    store_run: StoreRun,
) -> Result<(), JournalError> {
    let mut numbers = transaction.open_table(NUMBERS).doing(doing)?;
    let mut entries = transaction.open_table(ENTRIES).doing(doing)?;
    let stored = numbers.get(NEXT_ENTRY_KEY).doing(doing)?;
    let mut next = stored.map_or(0, |number| number.value());
    for record in records {
        let bytes = match record {
            Record::Run(run) => {
                let run = store_run(transaction, doing, run)?;
                encode(|| name(next), &Record::Run(Box::new(run)))?
            }
            Record::Hour(hour) => {
                hours::put(transaction, doing, hour)?;
                encode(|| name(next), record)?
            }
            Record::Goal(goal) => {
                goals::put(transaction, doing, goal)?;
                encode(|| name(next), record)?
            }
            other => encode(|| name(next), other)?,
        };
        entries.insert(next, bytes.as_slice()).doing(doing)?;
        next += 1;
    }
    numbers.insert(NEXT_ENTRY_KEY, next).doing(doing)?;
    Ok(())
}

fn name(number: u64) -> String {
    format!("entries/{number}")
}
