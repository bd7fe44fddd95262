//! The latest run of every character, whatever its status, so that a restart can take it up or say how it ended.

use game::{CharacterName, RunStatus};
use jiff::Timestamp;
use redb::{Durability, ReadableTable, WriteTransaction};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    record::Run,
    tables::{RUNS, decode, encode},
};

const READING: &str = "reading runs";
const CLEARING: &str = "clearing a run";

impl Journal {
    /// The character's latest run; see [`RunStatus::is_open`](game::RunStatus::is_open) for whether it goes on.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn run(&self, character: &CharacterName) -> Result<Option<Run>, JournalError> {
        let runs = self.read(READING)?.open_table(RUNS).doing(READING)?;
        let found = runs.get(character.as_str()).doing(READING)?;
        found.map(|bytes| decode(|| name(character.as_str()), bytes.value())).transpose()
    }

    /// The latest run of every character that ever had one, by character.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn runs(&self) -> Result<Vec<Run>, JournalError> {
        let runs = self.read(READING)?.open_table(RUNS).doing(READING)?;
        runs.iter()
            .doing(READING)?
            .map(|entry| {
                let (character, bytes) = entry.doing(READING)?;
                decode(|| name(character.value()), bytes.value())
            })
            .collect()
    }

    /// Forgets the character's run, because the character is gone. Its history stays.
    ///
    /// # Errors
    /// The disk.
    pub fn clear_run(&self, character: &CharacterName) -> Result<(), JournalError> {
        self.write(Durability::Immediate, CLEARING, |transaction| {
            let mut runs = transaction.open_table(RUNS).doing(CLEARING)?;
            runs.remove(character.as_str()).doing(CLEARING)?;
            Ok(())
        })
    }
}

/// Makes `run` its character's latest and returns it as stored: never dated before the version it replaces.
pub(crate) fn put(
    transaction: &WriteTransaction,
    doing: &'static str,
    run: &Run,
) -> Result<Run, JournalError> {
    let latest = latest(transaction, doing, run)?;
    replace(transaction, doing, run.clone(), latest.as_ref())
}

/// Stores what an action has added to the run that decided it, and returns the run as stored. While the action was
/// under way a person may have ended or paused the run, or begun another: it stays so, and the other stays the latest.
pub(crate) fn add(
    transaction: &WriteTransaction,
    doing: &'static str,
    run: &Run,
) -> Result<Run, JournalError> {
    let mut run = run.clone();
    let latest = latest(transaction, doing, &run)?;
    match &latest {
        Some(latest) if latest.id != run.id => {
            if run.status.is_open() {
                run.reason = format!("replaced by {}", latest.strategy);
                (run.status, run.ended_at) = (RunStatus::Stopped, Some(run.updated_at));
            }
            return Ok(run);
        }
        Some(latest) => {
            (run.status, run.ended_at) = (latest.status, latest.ended_at);
            run.reason.clone_from(&latest.reason);
        }
        None => {}
    }
    replace(transaction, doing, run, latest.as_ref())
}

/// What a run is measured by before another version takes its place; the rest of it is not read.
#[derive(Deserialize)]
struct Latest {
    id: Uuid,
    strategy: String,
    status: RunStatus,
    reason: String,
    ended_at: Option<Timestamp>,
    updated_at: Timestamp,
}

/// The latest run of the same character. A version that this program cannot read has no say, and must not stand in the
/// way of the next.
fn latest(
    transaction: &WriteTransaction,
    doing: &'static str,
    run: &Run,
) -> Result<Option<Latest>, JournalError> {
    let character = run.character.as_str();
    let runs = transaction.open_table(RUNS).doing(doing)?;
    let stored = runs.get(character).doing(doing)?;
    Ok(stored.and_then(|bytes| decode(|| name(character), bytes.value()).ok()))
}

fn replace(
    transaction: &WriteTransaction,
    doing: &'static str,
    mut run: Run,
    latest: Option<&Latest>,
) -> Result<Run, JournalError> {
    if let Some(before) = latest.filter(|before| before.id == run.id) {
        run.updated_at = run.updated_at.max(before.updated_at);
    }
    let character = run.character.as_str();
    let bytes = encode(|| name(character), &run)?;
    transaction.open_table(RUNS).doing(doing)?.insert(character, bytes.as_slice()).doing(doing)?;
    Ok(run)
}

fn name(character: &str) -> String {
    format!("runs/{character}")
}
