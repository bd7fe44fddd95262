//! Who asks: the account whose token the request carries (RULES §2).

use axum::extract::FromRequestParts;
use game::AccountName;
use http::{HeaderMap, header, request::Parts};

use super::ApiError;
use crate::Sandbox;

/// The account of the bearer token; without a known one the request ends with 452, with one that it
/// had before with 453.
pub(crate) struct Owner(pub(crate) AccountName);

impl FromRequestParts<Sandbox> for Owner {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        let token = bearer(&parts.headers).ok_or_else(|| ApiError::of(452))?;
        let realm = sandbox.resting();
        match realm.accounts.by_token(token) {
            Some(owner) => Ok(Self(owner.clone())),
            None if realm.accounts.is_expired(token) => Err(ApiError::of(453)),
            None => Err(ApiError::new(452, "Failed to parse token. Token is invalid.")),
        }
    }
}

/// The bearer token of a request, if it carries one.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    authorization(headers, "Bearer").filter(|token| !token.is_empty())
}

/// What stands behind the scheme in the `Authorization` header, if it is this scheme.
pub(crate) fn authorization<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let (given, credentials) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.trim().split_once(' ')?;
    given.eq_ignore_ascii_case(scheme).then(|| credentials.trim())
}
