//! `POST /token`: e-mail (or account name) and password for the bearer token (RULES §2).

use api_types::TokenResponse;
use axum::extract::State;
use base64::{Engine, prelude::BASE64_STANDARD};
use http::HeaderMap;

use crate::{
    Sandbox,
    api::{Api, plain},
    password,
    request::{ApiError, Json, authorization},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Token").post(
        "/token",
        create,
        plain::<TokenResponse>("The token of an account, for its name or e-mail address and its password.")
            .for_password()
            .refuses(&[455]),
    )
}

async fn create(State(sandbox): State<Sandbox>, headers: HeaderMap) -> Result<Json<TokenResponse>, ApiError> {
    let (user, password) = credentials(&headers).ok_or_else(|| ApiError::of(455))?;
    let login = sandbox.realm().accounts.by_user(&user).cloned().ok_or_else(|| ApiError::of(455))?;
    let right = password::is_of(&login, &password);
    if right { Ok(Json(TokenResponse { token: login.token })) } else { Err(ApiError::of(455)) }
}

/// User and password of HTTP Basic authentication.
fn credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let encoded = authorization(headers, "Basic")?;
    let decoded = String::from_utf8(BASE64_STANDARD.decode(encoded).ok()?).ok()?;
    let (user, password) = decoded.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}
