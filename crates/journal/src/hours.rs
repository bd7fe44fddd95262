//! How every character's time was spent in the last two days, hour by hour, so that a restart goes on counting.

use game::CharacterName;
use redb::WriteTransaction;

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    record::Hour,
    tables::{HOURS, decode, encode},
};

const READING: &str = "reading how time was spent";
/// So many seconds the hours of a character are kept: two days, and the hour that has begun.
const KEPT: i64 = 49 * 3600;

impl Journal {
    /// The hours of a character that are known, the oldest first.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn hours(&self, character: &CharacterName) -> Result<Vec<Hour>, JournalError> {
        let hours = self.read(READING)?.open_table(HOURS).doing(READING)?;
        let character = character.as_str();
        hours
            .range((character, i64::MIN)..=(character, i64::MAX))
            .doing(READING)?
            .map(|entry| {
                let (key, bytes) = entry.doing(READING)?;
                decode(|| name(key.value()), bytes.value())
            })
            .collect()
    }
}

/// Stores an hour as it now stands, and forgets those of the same character that are long past.
pub(crate) fn put(
    transaction: &WriteTransaction,
    doing: &'static str,
    hour: &Hour,
) -> Result<(), JournalError> {
    let (character, start) = (hour.character.as_str(), hour.start.as_second());
    let bytes = encode(|| name((character, start)), hour)?;
    let mut hours = transaction.open_table(HOURS).doing(doing)?;
    hours.retain_in((character, i64::MIN)..(character, start - KEPT), |_, _| false).doing(doing)?;
    hours.insert((character, start), bytes.as_slice()).doing(doing)?;
    Ok(())
}

fn name((character, start): (&str, i64)) -> String {
    format!("hours/{character}/{start}")
}
