//! What the actions of others did with a character, until its run has counted it: fights that somebody else has begun.

use std::ops::RangeInclusive;

use game::CharacterName;
use redb::{Durability, WriteTransaction};
use uuid::Uuid;

use crate::{
    error::{Doing, JournalError},
    history::push,
    intent::Intent,
    journal::Journal,
    record::{Record, Run},
    runs,
    tables::{JOINED, encode},
};

const READING: &str = "reading what others have begun";
const COUNTING: &str = "counting what others have begun";

impl Journal {
    /// What a character had part in and has not counted yet, the oldest first: [`Record::Action`]s, which stand in the
    /// history as well. One that this program cannot read is left out.
    ///
    /// # Errors
    /// The disk.
    pub fn joined(&self, character: &CharacterName) -> Result<Vec<Record>, JournalError> {
        let joined = self.read(READING)?.open_table(JOINED).doing(READING)?;
        let mut entries = Vec::new();
        for entry in joined.range(up_to(character, Uuid::max())).doing(READING)? {
            let (_, bytes) = entry.doing(READING)?;
            entries.extend(serde_json::from_slice(bytes.value()).ok());
        }
        Ok(entries)
    }

    /// Forgets what a character had part in until the action with this id, and keeps the run that has counted it, in one
    /// transaction that is on the disk when this returns. A run that was ended or replaced meanwhile stays so.
    ///
    /// # Errors
    /// The disk.
    pub fn count_joined(
        &self,
        character: &CharacterName,
        until: Uuid,
        run: Option<&Run>,
    ) -> Result<(), JournalError> {
        self.write(Durability::Immediate, COUNTING, |transaction| {
            let mut joined = transaction.open_table(JOINED).doing(COUNTING)?;
            joined.retain_in(up_to(character, until), |_, _| false).doing(COUNTING)?;
            let run = run.map(|run| Record::Run(Box::new(run.clone())));
            push(transaction, COUNTING, &run, runs::add)
        })
    }
}

/// Keeps an entry until the run of its character has counted it.
pub(crate) fn put(
    transaction: &WriteTransaction,
    doing: &'static str,
    intent: &Intent,
    entry: &Record,
) -> Result<(), JournalError> {
    let Intent { character, id, .. } = intent;
    let bytes = encode(|| format!("joined/{character}/{id}"), entry)?;
    let mut joined = transaction.open_table(JOINED).doing(doing)?;
    joined.insert((character.as_str(), id.as_u128()), bytes.as_slice()).doing(doing)?;
    Ok(())
}

fn up_to(character: &CharacterName, id: Uuid) -> RangeInclusive<(&str, u128)> {
    (character.as_str(), 0)..=(character.as_str(), id.as_u128())
}
