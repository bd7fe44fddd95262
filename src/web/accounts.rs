//! `/api/v1/accounts`: trying rejected tokens again. How the accounts are is part of the status.

use axum::{extract::State, http::StatusCode};

use super::Dashboard;

/// Asks the game at once about every token that it rejects, instead of at the next try. The status tells its answer.
#[utoipa::path(post, path = "/api/v1/accounts/retry", operation_id = "retry_accounts", responses((status = 202)))]
pub(super) async fn retry(State(dashboard): State<Dashboard>) -> StatusCode {
    dashboard.company.retry_accounts();
    StatusCode::ACCEPTED
}
