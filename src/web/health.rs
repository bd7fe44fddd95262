//! `/health`: for whoever watches the program from outside.

use actors::board::Reach;
use axum::{extract::State, http::StatusCode};

use super::Dashboard;

/// The program answers.
#[utoipa::path(get, path = "/health/live", operation_id = "health_live", responses((status = 200)))]
pub(super) async fn live() -> StatusCode {
    StatusCode::OK
}

/// Database and game answer: everything is up.
#[utoipa::path(get, path = "/health/ready", operation_id = "health_ready",
    responses((status = 200), (status = 503, description = "something is starting or away")))]
pub(super) async fn ready(State(dashboard): State<Dashboard>) -> StatusCode {
    let health = dashboard.company.board().health();
    if [health.database.state, health.game.state] == [Reach::Ok; 2] {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
