//! The tables inside the journal's file, and JSON as the form of every value in them: it can be read with common
//! tools after an accident, and a newer program still reads what an older one left behind.

use redb::TableDefinition;
use serde::{Serialize, de::DeserializeOwned};

use crate::error::JournalError;

/// The way entries are stored; a change that older programs cannot read gets the next number.
pub(crate) const FORMAT: u64 = 1;

/// Numbers of the journal as a whole.
pub(crate) const NUMBERS: TableDefinition<'_, &str, u64> = TableDefinition::new("numbers");
/// Key in [`NUMBERS`]: the format of the file.
pub(crate) const FORMAT_KEY: &str = "format";
/// Key in [`NUMBERS`]: the number of the next history entry. Numbers are never used again, so that a late `trim`
/// cannot hit an entry it has not seen.
pub(crate) const NEXT_ENTRY_KEY: &str = "next_entry";

/// Open intents by character: at most one each.
pub(crate) const INTENTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("open_intents");
/// The character of an open intent, by the intent's id.
pub(crate) const INTENT_CHARACTERS: TableDefinition<'_, u128, &str> =
    TableDefinition::new("open_intent_characters");
/// History entries by number, oldest first.
pub(crate) const ENTRIES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("entries");
/// What the actions of others did with a character and its run has not counted yet, by character and the entry's id, which
/// is time-ordered.
pub(crate) const JOINED: TableDefinition<'_, (&str, u128), &[u8]> = TableDefinition::new("joined");
/// The latest run by character.
pub(crate) const RUNS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("runs");
/// How a character's time was spent, by character and the second at which the hour began.
pub(crate) const HOURS: TableDefinition<'_, (&str, i64), &[u8]> = TableDefinition::new("hours");

/// Goals by their ids, which are time-ordered.
pub(crate) const GOALS: TableDefinition<'_, u128, &[u8]> = TableDefinition::new("goals");
/// Fights that have been won for a goal, by the goal's id and the opponent's code, and tasks that were completed for it.
pub(crate) const WON: TableDefinition<'_, (u128, &str), u32> = TableDefinition::new("won");
/// The accounts that were added, by name.
pub(crate) const ACCOUNTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("accounts");
/// All alert rules and what they have told, under one key.
pub(crate) const ALERTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("alerts");
/// What was spent of the rate budget, by minute since 1970.
pub(crate) const RATES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("rates");

/// A value as it is stored.
pub(crate) fn encode<T: Serialize>(entry: impl Fn() -> String, value: &T) -> Result<Vec<u8>, JournalError> {
    serde_json::to_vec(value).map_err(|source| JournalError::Unwritable { entry: entry(), source })
}

/// A value as it was stored.
pub(crate) fn decode<T: DeserializeOwned>(
    entry: impl Fn() -> String,
    bytes: &[u8],
) -> Result<T, JournalError> {
    serde_json::from_slice(bytes).map_err(|source| JournalError::Unreadable { entry: entry(), source })
}
