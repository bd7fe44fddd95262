//! The accounts that are played: added, mended and removed while the program runs.

use std::time::Duration;

use api_client::Token;
use game::AccountName;
use secrecy::SecretString;
use supervisor::Handle;

use super::Company;
use crate::account::{AccountAnswer, AccountError, AccountWish, RegistrarMsg, registrar};

/// Longer than the registrar waits for the game.
const PATIENCE: Duration = Duration::from_secs(20);

impl Company {
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
