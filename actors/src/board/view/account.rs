//! An account, as the dashboard shows it.

use game::{AccountName, CharacterName};
use serde::Serialize;
use utoipa::ToSchema;

use super::RealtimeView;

/// An account that is played, and whether the game takes its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AccountView {
    /// Its name; none while the game has not told to whom the token belongs.
    #[schema(required, value_type = Option<String>)]
    pub name: Option<AccountName>,
    /// Whether it can be played.
    pub state: AccountState,
    /// Milliseconds since that is so.
    pub since_ms: u64,
    /// Why it cannot be played, and when that is tried again or how it is mended.
    #[schema(required)]
    pub message: Option<String>,
    /// Where its token comes from.
    pub origin: AccountOrigin,
    /// Its characters.
    #[schema(value_type = Vec<String>)]
    pub characters: Vec<CharacterName>,
    /// Requests that were sent on its behalf within the last hour.
    pub requests_last_hour: u64,
    /// How it hears what goes on in the game.
    pub realtime: RealtimeView,
}

/// Whether an account can be played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// The game has not told yet whether it takes its token.
    Opening,
    /// The game takes its token.
    Ok,
    /// The game rejects its token: none of its characters can act.
    Rejected,
    /// Its token is kept encrypted, and the key does not open it.
    Sealed,
    /// It is being removed: what its characters have begun is finished.
    Removing,
}

/// Where an account's token comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountOrigin {
    /// It was given at the start, as an option or in the environment.
    Option,
    /// It was added while the program ran, and is kept.
    Added,
}
