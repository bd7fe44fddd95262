//! The rate budget, the database and the game, as the dashboard shows them.

use serde::Serialize;
use utoipa::ToSchema;

use super::{AccountView, FiringView};

/// Whether something outside the program answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It has not answered yet.
    Starting,
    /// It answers.
    Ok,
    /// It does not answer.
    Away,
}

/// How the parts outside the actors are.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Health {
    /// The rate budget, by bucket and window.
    pub rates: Vec<RateView>,
    /// PostgreSQL.
    pub database: DatabaseView,
    /// The game's API.
    pub game: ReachView,
    /// The accounts that are played.
    pub accounts: Vec<AccountView>,
    /// The actions of the last hour.
    pub actions: ActionsView,
    /// What alert rules have told of the Grand Exchange and nobody has dismissed, the newest first.
    pub firings: Vec<FiringView>,
}

/// How many actions ended in the last hour, as far as this run of the program goes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ActionsView {
    /// The game carried them out.
    pub applied: u64,
    /// The game said no.
    pub refused: u64,
    /// They never arrived, or nobody can tell.
    pub lost: u64,
}

/// One window of the rate budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RateView {
    /// `action`, `data`, `account` …
    pub bucket: String,
    /// `second`, `minute`, `hour` or `day`.
    pub window: String,
    /// Requests allowed in the window.
    pub limit: u32,
    /// Requests still free.
    pub remaining: u32,
}

/// How PostgreSQL is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DatabaseView {
    /// Whether it answers.
    pub state: Reach,
    /// Entries that wait in the journal.
    pub backlog: u64,
    /// Why it is away.
    #[schema(required)]
    pub message: Option<String>,
}

/// How the game's API can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReachView {
    /// Whether it answers.
    pub state: Reach,
    /// Milliseconds since that is so.
    pub since_ms: u64,
    /// Why it is away.
    #[schema(required)]
    pub message: Option<String>,
}

impl DatabaseView {
    /// Before the first word from PostgreSQL.
    #[must_use]
    pub fn starting() -> Self {
        Self { state: Reach::Starting, backlog: 0, message: None }
    }
}

impl ReachView {
    /// Before the first reply of the game.
    #[must_use]
    pub fn starting() -> Self {
        Self { state: Reach::Starting, since_ms: 0, message: None }
    }

    /// The game answers.
    #[must_use]
    pub fn ok() -> Self {
        Self { state: Reach::Ok, since_ms: 0, message: None }
    }

    /// The game does not answer.
    #[must_use]
    pub fn away(message: String) -> Self {
        Self { state: Reach::Away, since_ms: 0, message: Some(message) }
    }
}
