//! Fights that have been won and tasks that have been completed for goals, which the game counts nowhere: each is added with
//! its end, and kept with the goal.

use std::collections::BTreeMap;

use game::{Detail, TASKS_COMPLETED};
use redb::{ReadableTable, WriteTransaction};
use uuid::Uuid;

use crate::{
    error::{Doing, JournalError},
    intent::Closing,
    journal::Journal,
    record::Run,
    tables::WON,
};

const READING: &str = "reading what was won for goals";

impl Journal {
    /// Fights that have been won for each goal, by the opponent's code, and under [`TASKS_COMPLETED`] its tasks.
    ///
    /// # Errors
    /// The disk.
    pub fn won(&self) -> Result<BTreeMap<Uuid, BTreeMap<String, u32>>, JournalError> {
        let mut won: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for entry in self.read(READING)?.open_table(WON).doing(READING)?.iter().doing(READING)? {
            let (key, count) = entry.doing(READING)?;
            let (goal, opponent) = key.value();
            won.entry(Uuid::from_u128(goal)).or_default().insert(opponent.to_owned(), count.value());
        }
        Ok(won)
    }
}

/// Adds a fight that a run has won, or a task that it has completed, for its goal; nothing when it was none, or for no goal.
pub(crate) fn add(
    transaction: &WriteTransaction,
    doing: &'static str,
    run: &Run,
    closing: &Closing,
) -> Result<(), JournalError> {
    let what = match closing.detail() {
        Some(Detail::Fought(fight)) if fight.win => &fight.opponent,
        Some(Detail::TaskCompleted(_)) => TASKS_COMPLETED,
        _ => return Ok(()),
    };
    let Some(goal) = &run.goal else { return Ok(()) };
    let mut won = transaction.open_table(WON).doing(doing)?;
    let key = (goal.id.as_u128(), what);
    let before = won.get(key).doing(doing)?.map_or(0, |count| count.value());
    won.insert(key, before + 1).doing(doing)?;
    Ok(())
}

/// Forgets what was won for a goal.
pub(crate) fn forget(
    transaction: &WriteTransaction,
    doing: &'static str,
    goal: u128,
) -> Result<(), JournalError> {
    let mut won = transaction.open_table(WON).doing(doing)?;
    won.retain_in((goal, "")..(goal + 1, ""), |_, _| false).doing(doing)
}
