//! An account, as the dashboard shows it.

use game::AccountName;
use serde::Serialize;
use utoipa::ToSchema;

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
    /// Why it cannot be played, and when that is tried again.
    #[schema(required)]
    pub message: Option<String>,
}

/// Whether an account can be played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// The game takes its token.
    Ok,
    /// The game rejects its token: none of its characters can act.
    Rejected,
}
