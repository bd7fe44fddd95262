//! The goals that were not taken back, so that a restart finds them while PostgreSQL is away.

use redb::{ReadableTable, WriteTransaction};

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    record::Goal,
    tables::{GOALS, decode, encode},
    won,
};
use game::GoalStatus;

const READING: &str = "reading goals";

impl Journal {
    /// Every goal that was not taken back, the oldest first.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn goals(&self) -> Result<Vec<Goal>, JournalError> {
        let goals = self.read(READING)?.open_table(GOALS).doing(READING)?;
        goals
            .iter()
            .doing(READING)?
            .map(|entry| {
                let (id, bytes) = entry.doing(READING)?;
                decode(|| name(id.value()), bytes.value())
            })
            .collect()
    }
}

/// Keeps a goal as it now stands; one that was taken back is kept by the history alone.
pub(crate) fn put(
    transaction: &WriteTransaction,
    doing: &'static str,
    goal: &Goal,
) -> Result<(), JournalError> {
    let mut goals = transaction.open_table(GOALS).doing(doing)?;
    let id = goal.id.as_u128();
    if goal.status == GoalStatus::Deleted {
        goals.remove(id).doing(doing)?;
        won::forget(transaction, doing, id)?;
    } else {
        goals.insert(id, encode(|| name(id), goal)?.as_slice()).doing(doing)?;
    }
    Ok(())
}

fn name(id: u128) -> String {
    format!("goals/{id:032x}")
}
