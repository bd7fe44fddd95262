//! Why an account was not added, mended or removed. Each says what to do.

use api_client::{CallError, SetupError};
use game::AccountName;
use journal::JournalError;
use supervisor::CallError as MessageError;

use crate::vault::VaultError;

/// Why a wish about an account was not granted; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// What was given cannot be a token.
    #[error("this is no token: copy the whole of it from the account's page of the game")]
    NoToken(#[source] SetupError),
    /// The game does not take it.
    #[error("the game rejects this token: {0}")]
    Rejected(String),
    /// The account is here already.
    #[error("{0} is played here already; to give it another token, replace the one it has")]
    Played(AccountName),
    /// The token is another account's.
    #[error("this token belongs to {found}, not to {account}")]
    OtherAccount {
        /// Whose token was to be replaced.
        account: AccountName,
        /// Whose it is.
        found: AccountName,
    },
    /// The game does not tell whose token it is.
    #[error("the game does not answer at the moment; nothing was changed, try again when it does")]
    GameAway(#[source] Option<CallError>),
    /// No such account is played.
    #[error("no account {0} is played here")]
    Unknown(AccountName),
    /// What was given at the start is given again at the next.
    #[error(
        "the token of {0} was given at the start: to play without it, leave it out of ARTIFACTS_TOKEN (or --token) and \
         start again"
    )]
    GivenAtStart(AccountName),
    /// It is going already.
    #[error("{0} is being removed: what its characters have begun is finished first")]
    Going(AccountName),
    /// The token cannot be sealed.
    #[error("the token cannot be kept")]
    Vault(#[from] VaultError),
    /// The disk.
    #[error("nothing was changed: the local disk does not take it")]
    Journal(#[from] JournalError),
    /// The registrar did not answer.
    #[error("the accounts cannot be changed at the moment")]
    Away(#[from] MessageError),
}
