//! `/api/v1/chaos`: making an actor fall on purpose, when the operator allowed it at start.

use axum::{extract::State, http::StatusCode};

use super::{
    Dashboard,
    characters::Known,
    errors::{ApiError, ErrorEnvelope},
};

/// Makes a character's actor panic.
#[utoipa::path(post, path = "/api/v1/chaos/panic/{name}", operation_id = "panic_character",
    params(("name" = String, Path)),
    responses((status = 202), (status = 403, body = ErrorEnvelope), (status = 404, body = ErrorEnvelope)))]
pub(super) async fn fell(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<StatusCode, ApiError> {
    if !dashboard.chaos {
        let message = "this is only allowed when the program was started with --chaos";
        return Err(ApiError::new(StatusCode::FORBIDDEN, "not_allowed", message));
    }
    dashboard.company.fell(&name)?;
    Ok(StatusCode::ACCEPTED)
}
