//! `/api/v1/accounts`: which accounts are played; adding one, giving one another token, and removing one. A token goes in
//! and never comes out.

use actors::board::AccountView;
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use game::AccountName;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, Body, ErrorEnvelope},
};

/// A token of a game account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenRequest {
    /// As the account's page of the game shows it.
    #[schema(value_type = String, format = Password)]
    token: SecretString,
}

/// The account that a token belongs to.
#[derive(Serialize, ToSchema)]
pub(super) struct AddedAccount {
    /// Its name.
    #[schema(value_type = String)]
    name: AccountName,
}

/// Every account that is played.
#[utoipa::path(get, path = "/api/v1/accounts", operation_id = "list_accounts",
    responses((status = 200, body = Vec<AccountView>)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Json<Vec<AccountView>> {
    Json(dashboard.company.board().health().accounts)
}

/// Plays whoever this token belongs to, from now on and after restarts. The token is kept encrypted.
#[utoipa::path(post, path = "/api/v1/accounts", operation_id = "add_account", request_body = TokenRequest,
    responses((status = 201, body = AddedAccount), (status = 409, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn add(
    State(dashboard): State<Dashboard>,
    Body(TokenRequest { token }): Body<TokenRequest>,
) -> Result<(StatusCode, Json<AddedAccount>), ApiError> {
    let name = dashboard.company.add_account(token).await?;
    Ok((StatusCode::CREATED, Json(AddedAccount { name })))
}

/// Stops playing an account that was added, and forgets its token. Its characters stop in order: what has not been sent is
/// withdrawn, what has is finished; until then the state is `removing`. Its history stays.
#[utoipa::path(delete, path = "/api/v1/accounts/{name}", operation_id = "remove_account",
    params(("name" = String, Path)),
    responses((status = 202), (status = 404, body = ErrorEnvelope), (status = 409, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn remove(
    State(dashboard): State<Dashboard>,
    Path(name): Path<String>,
) -> Result<StatusCode, ApiError> {
    dashboard.company.remove_account(&named(&name)?).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Gives an account another token, which must be its own: the old one was replaced, or cannot be opened. The new one is
/// kept, also when the old one was given at the start.
#[utoipa::path(put, path = "/api/v1/accounts/{name}/token", operation_id = "mend_account",
    params(("name" = String, Path)), request_body = TokenRequest,
    responses((status = 204), (status = 404, body = ErrorEnvelope), (status = 409, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn mend(
    State(dashboard): State<Dashboard>,
    Path(name): Path<String>,
    Body(TokenRequest { token }): Body<TokenRequest>,
) -> Result<StatusCode, ApiError> {
    dashboard.company.mend_account(&named(&name)?, token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks the game at once about every token that it rejects, instead of at the next try. The status tells its answer.
#[utoipa::path(post, path = "/api/v1/accounts/retry", operation_id = "retry_accounts", responses((status = 202)))]
pub(super) async fn retry(State(dashboard): State<Dashboard>) -> StatusCode {
    dashboard.company.retry_accounts();
    StatusCode::ACCEPTED
}

fn named(name: &str) -> Result<AccountName, ApiError> {
    name.parse().map_err(|_| ApiError::not_found(format!("no account {name} is played here")))
}
