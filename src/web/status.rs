//! `/api/v1/status`: the program itself, the database, the game and the rate budget.

use actors::board::{AccountView, ActionsView, DatabaseView, FiringView, Health, RateView, ReachView};
use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::Dashboard;

/// How the program is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Status {
    /// The program's version.
    version: &'static str,
    /// What is played: `sandbox`, `live`, or another server's host and port.
    mode: String,
    /// How many times as fast as the live game it runs: so many seconds of the game pass in one of ours.
    speed: f64,
    /// The game's address.
    game_url: String,
    /// PostgreSQL.
    database: DatabaseView,
    /// The game's API.
    game: ReachView,
    /// The accounts that are played, and whether the game takes their tokens.
    accounts: Vec<AccountView>,
    /// The rate budget.
    rates: Vec<RateView>,
    /// The actions of the last hour.
    actions: ActionsView,
    /// What alert rules have told of the Grand Exchange and nobody has dismissed, the newest first.
    firings: Vec<FiringView>,
    /// When the program was started.
    started_at: Timestamp,
    /// The server's clock.
    now: Timestamp,
}

impl Status {
    pub(super) fn new(dashboard: &Dashboard, health: Health) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            mode: dashboard.mode.clone(),
            speed: dashboard.company.pace().speed(),
            game_url: dashboard.game_url.clone(),
            database: health.database,
            game: health.game,
            accounts: health.accounts,
            rates: health.rates,
            actions: health.actions,
            firings: health.firings,
            started_at: dashboard.started_at,
            now: dashboard.company.clock().now(),
        }
    }
}

/// How the program, the database and the game are.
#[utoipa::path(get, path = "/api/v1/status", operation_id = "show_status", responses((status = 200, body = Status)))]
pub(super) async fn show(State(dashboard): State<Dashboard>) -> Json<Status> {
    let health = dashboard.company.board().health();
    Json(Status::new(&dashboard, health))
}
