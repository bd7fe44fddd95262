//! The alert rules with what they have told, as one entry: what a rule has told and that it will not tell it again belong
//! together.

use redb::Durability;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    tables::{ALERTS, decode, encode},
};

const READING: &str = "reading the alerts";
const WRITING: &str = "writing the alerts";
/// The only key.
const ALL: &str = "all";

impl Journal {
    /// What was kept of all alerts; nothing before the first time.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn alerts<T: DeserializeOwned>(&self) -> Result<Option<T>, JournalError> {
        let alerts = self.read(READING)?.open_table(ALERTS).doing(READING)?;
        let found = alerts.get(ALL).doing(READING)?;
        found.map(|bytes| decode(entry, bytes.value())).transpose()
    }

    /// Keeps all alerts as they now stand.
    ///
    /// # Errors
    /// The disk.
    pub fn alerts_put(&self, alerts: &impl Serialize) -> Result<(), JournalError> {
        let bytes = encode(entry, alerts)?;
        self.write(Durability::Immediate, WRITING, |transaction| {
            transaction.open_table(ALERTS).doing(WRITING)?.insert(ALL, bytes.as_slice()).doing(WRITING)?;
            Ok(())
        })
    }
}

fn entry() -> String {
    format!("alerts/{ALL}")
}
