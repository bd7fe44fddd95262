//! A token that is no good any more: its password was changed elsewhere, or it ran out (RULES §2).

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{faults::rest::Rest, request::ApiError};

/// Requests that carry an account's token are refused; those without one pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TokenRevoked {
    /// With which code.
    #[serde(skip_serializing_if = "TokenCode::is_usual")]
    pub(crate) code: TokenCode,
}

/// What is wrong with a token: 452 invalid, 453 expired, 454 missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub(crate) struct TokenCode(u16);

impl TokenRevoked {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest) -> Response {
        if rest.account.is_none() {
            return rest.run(request).await;
        }
        let message = match self.code.0 {
            453 => "Failed to parse token. Token is expired.",
            _ => "Failed to parse token. Token is invalid.",
        };
        ApiError::new(self.code.0, message).into_response()
    }
}

impl Default for TokenCode {
    fn default() -> Self {
        Self(452)
    }
}

impl TokenCode {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl TryFrom<u16> for TokenCode {
    type Error = String;

    fn try_from(code: u16) -> Result<Self, String> {
        let known = (452..=454).contains(&code);
        known
            .then_some(Self(code))
            .ok_or_else(|| format!("{code} is not about tokens: choose 452, 453 or 454"))
    }
}

impl From<TokenCode> for u16 {
    fn from(TokenCode(code): TokenCode) -> Self {
        code
    }
}
