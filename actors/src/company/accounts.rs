//! The accounts that are played: added, mended and removed while the program runs.

use std::time::Duration;

use api_client::{CallError, Token, calls};
use game::AccountName;
use journal::{Journal, JournalError};
use secrecy::SecretString;
use supervisor::Handle;

use super::{Company, Plan};
use crate::{
    account::{AccountAnswer, AccountError, AccountWish, RegistrarMsg, RosterMsg, registrar, roster_id},
    board::AccountState,
};

/// Longer than the registrar waits for the game.
const PATIENCE: Duration = Duration::from_secs(20);

impl Plan {
    /// Asks the game to whom each token of the start belongs, once: one that it rejects is better known before the start.
    pub async fn identify(&self) -> Vec<Result<AccountName, CallError>> {
        let mut names = Vec::new();
        for token in &self.parts.tokens {
            let account = self.parts.client.call(&calls::GetAccount { token }).await.value;
            names.push(account.map(|account| account.name));
        }
        names
    }

    /// Whether accounts were added while the program ran before.
    ///
    /// # Errors
    /// The disk.
    pub async fn has_added_accounts(&self) -> Result<bool, JournalError> {
        let accounts = self.parts.ports.journal.run(Journal::accounts).await?;
        Ok(!accounts.is_empty())
    }
}

impl Company {
    /// Asks the game at once about every token that it rejects. The answer stands on the board when it is there.
    pub fn retry_accounts(&self) {
        let accounts = self.ports.board.health().accounts;
        for account in accounts.into_iter().filter(|account| account.state == AccountState::Rejected) {
            // Whoever is away asks by itself when it is back.
            let _ = match account.name {
                Some(name) => self.directory.handle(roster_id(&name)).send(RosterMsg::Look),
                None => self.directory.handle(registrar::ID).send(RegistrarMsg::Retry),
            };
        }
    }

    /// Plays whoever this token belongs to, from now on and after restarts. Returns when that is durable.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn add_account(&self, token: SecretString) -> Result<AccountName, AccountError> {
        let token = Token::new(token).map_err(AccountError::NoToken)?;
        self.wish_account(|answer| AccountWish::Add(token, answer)).await
    }

    /// Plays an account with another token of it, from now on and after restarts. Returns when that is durable.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn mend_account(&self, name: &AccountName, token: SecretString) -> Result<(), AccountError> {
        let token = Token::new(token).map_err(AccountError::NoToken)?;
        self.wish_account(|answer| AccountWish::Mend(name.clone(), token, answer)).await.map(drop)
    }

    /// Stops playing an account that was added, and forgets its token. Returns when that is durable; its characters then stop
    /// in order: what has not been sent is withdrawn, what has is finished. Its history stays.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn remove_account(&self, name: &AccountName) -> Result<(), AccountError> {
        self.wish_account(|answer| AccountWish::Remove(name.clone(), answer)).await
    }

    async fn wish_account<T: Send + 'static>(
        &self,
        wish: impl FnOnce(AccountAnswer<T>) -> AccountWish,
    ) -> Result<T, AccountError> {
        let registrar: Handle<RegistrarMsg> = self.directory.handle(registrar::ID);
        registrar.call(|answer| RegistrarMsg::Wish(wish(answer)), PATIENCE).await?
    }
}
