//! How many requests were sent in each minute, so that a restart does not spend a window of the rate budget twice.

use game::AccountName;
use redb::Durability;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    tables::{RATES, decode, encode},
};

const READING: &str = "reading the rates";
const WRITING: &str = "writing the rates";

/// The requests of one account in one bucket of the rate budget within a minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// The bucket, as the API spells it.
    pub bucket: String,
    /// On whose behalf.
    pub account: AccountName,
    /// How many.
    pub requests: u32,
}

impl Journal {
    /// Writes what was sent in these minutes since 1970, and forgets all before `oldest`.
    ///
    /// Not synced by itself, for it is written often: it reaches the disk with the next durable write, and what a power
    /// cut takes the server still knows.
    ///
    /// # Errors
    /// The disk.
    pub fn spent_put(&self, minutes: &[(u64, Vec<Spent>)], oldest: u64) -> Result<(), JournalError> {
        self.write(Durability::None, WRITING, |transaction| {
            let mut rates = transaction.open_table(RATES).doing(WRITING)?;
            for (minute, spent) in minutes {
                let bytes = encode(|| entry(*minute), spent)?;
                rates.insert(minute, bytes.as_slice()).doing(WRITING)?;
            }
            rates.retain_in(..oldest, |_, _| false).doing(WRITING)
        })
    }

    /// What was sent from minute `oldest` on, by minute.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn spent_since(&self, oldest: u64) -> Result<Vec<(u64, Vec<Spent>)>, JournalError> {
        let rates = self.read(READING)?.open_table(RATES).doing(READING)?;
        let entries = rates.range(oldest..).doing(READING)?;
        entries
            .map(|found| {
                let (minute, bytes) = found.doing(READING)?;
                Ok((minute.value(), decode(|| entry(minute.value()), bytes.value())?))
            })
            .collect()
    }
}

fn entry(minute: u64) -> String {
    format!("rates/{minute}")
}
