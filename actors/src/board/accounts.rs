//! Which accounts are played, and of which the game rejects the token.

use std::collections::BTreeMap;

use game::AccountName;
use tokio::time::Instant;

use super::{AccountState, AccountView, millis};

/// Why the game does not take each account's token, if so, and since when. All that have no name yet are one.
#[derive(Default)]
pub(super) struct Accounts {
    known: BTreeMap<Option<AccountName>, (Instant, Option<String>)>,
    /// The board's number at the last change.
    pub(super) number: u64,
}

impl Accounts {
    /// Notes how an account is.
    pub(super) fn post(&mut self, number: u64, name: Option<AccountName>, rejection: Option<String>) {
        if self.known.get(&name).is_some_and(|(_, before)| *before == rejection) {
            return;
        }
        self.number = number;
        if name.is_none() && rejection.is_none() {
            self.known.remove(&name);
        } else {
            self.known.insert(name, (Instant::now(), rejection));
        }
    }

    /// Every account, by name.
    pub(super) fn views(&self) -> Vec<AccountView> {
        let view =
            |(name, (since, rejection)): (&Option<AccountName>, &(Instant, Option<String>))| AccountView {
                name: name.clone(),
                state: if rejection.is_some() { AccountState::Rejected } else { AccountState::Ok },
                since_ms: millis(since.elapsed()),
                message: rejection.clone(),
            };
        self.known.iter().map(view).collect()
    }
}
