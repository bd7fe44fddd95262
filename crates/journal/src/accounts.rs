//! The accounts that were added while the program ran, each with its token, sealed by whoever wrote it: nothing here can
//! open one.

use std::fmt;

use game::AccountName;
use jiff::Timestamp;
use redb::{Durability, ReadableTable};
use serde::{Deserialize, Serialize};

use crate::{
    error::{Doing, JournalError},
    journal::Journal,
    tables::{ACCOUNTS, decode, encode},
};

const READING: &str = "reading accounts";
const ADDING: &str = "adding an account";
const REMOVING: &str = "removing an account";

/// An account that is played until it is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedAccount {
    /// Its name.
    pub name: AccountName,
    /// Its token, which only the key that sealed it opens.
    pub token: SealedToken,
    /// When it was added.
    pub added_at: Timestamp,
}

/// An encrypted token, as text. Its `Debug` form shows nothing of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealedToken(pub String);

impl fmt::Debug for SealedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedToken(…)")
    }
}

impl Journal {
    /// Adds an account, or replaces its token.
    ///
    /// # Errors
    /// The disk.
    pub fn account_put(&self, account: &AddedAccount) -> Result<(), JournalError> {
        let name = account.name.as_str();
        let bytes = encode(|| entry(name), account)?;
        self.write(Durability::Immediate, ADDING, |transaction| {
            transaction.open_table(ACCOUNTS).doing(ADDING)?.insert(name, bytes.as_slice()).doing(ADDING)?;
            Ok(())
        })
    }

    /// Forgets an account. Its characters' runs and history stay.
    ///
    /// # Errors
    /// The disk.
    pub fn account_remove(&self, name: &AccountName) -> Result<(), JournalError> {
        self.write(Durability::Immediate, REMOVING, |transaction| {
            transaction.open_table(ACCOUNTS).doing(REMOVING)?.remove(name.as_str()).doing(REMOVING)?;
            Ok(())
        })
    }

    /// Every account that was added, by name.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn accounts(&self) -> Result<Vec<AddedAccount>, JournalError> {
        let accounts = self.read(READING)?.open_table(ACCOUNTS).doing(READING)?;
        let entries = accounts.iter().doing(READING)?;
        entries
            .map(|found| {
                let (name, bytes) = found.doing(READING)?;
                decode(|| entry(name.value()), bytes.value())
            })
            .collect()
    }
}

fn entry(name: &str) -> String {
    format!("accounts/{name}")
}
