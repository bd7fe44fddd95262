//! `/health`: for whoever watches the program from outside.

use actors::board::{AccountView, DatabaseView, Health, Reach, ReachView};
use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
};

/// What the program needs, all of which answers.
#[derive(Serialize, ToSchema)]
pub(super) struct Readiness {
    /// PostgreSQL.
    database: DatabaseView,
    /// The game's API.
    game: ReachView,
    /// The accounts that are played, whose tokens the game takes.
    accounts: Vec<AccountView>,
}

/// The program answers.
#[utoipa::path(get, path = "/health/live", operation_id = "health_live", responses((status = 200)))]
pub(super) async fn live() -> StatusCode {
    StatusCode::OK
}

/// Database and game answer, and the game takes the accounts' tokens: everything is up. Otherwise the error says what is
/// starting, away or rejected.
#[utoipa::path(get, path = "/health/ready", operation_id = "health_ready",
    responses((status = 200, body = Readiness), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn ready(State(dashboard): State<Dashboard>) -> Result<Json<Readiness>, ApiError> {
    let health = dashboard.company.board().health();
    let missing: Vec<_> = [
        missing("database", health.database.state, health.database.message.as_deref()),
        missing("game", health.game.state, health.game.message.as_deref()),
    ]
    .into_iter()
    .flatten()
    .chain(health.accounts.iter().filter_map(rejected))
    .collect();
    if missing.is_empty() {
        let Health { database, game, accounts, .. } = health;
        return Ok(Json(Readiness { database, game, accounts }));
    }
    Err(ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", missing.join("; ")))
}

fn rejected(account: &AccountView) -> Option<String> {
    let message = account.message.as_deref()?;
    let whose = account.name.as_ref().map(|name| format!("account {name}: ")).unwrap_or_default();
    Some(format!("{whose}{message}"))
}

fn missing(what: &str, reach: Reach, reason: Option<&str>) -> Option<String> {
    let words = match reach {
        Reach::Ok => return None,
        Reach::Starting => "has not answered yet",
        Reach::Away => "does not answer",
    };
    let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(format!("the {what} {words}{reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_reason() {
        assert_eq!(missing("game", Reach::Ok, None), None);
        assert_eq!(missing("game", Reach::Starting, None).unwrap(), "the game has not answered yet");
        let away = missing("database", Reach::Away, Some("connection refused"));
        assert_eq!(away.unwrap(), "the database does not answer: connection refused");
    }
}
