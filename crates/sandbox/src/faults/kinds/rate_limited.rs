//! A 429 that no bookkeeping could have foreseen: somebody else behind the same address used the budget up.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::{faults::answer, request::ApiError};

/// The answer carries no rate headers but the one it is told to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RateLimited {
    /// Seconds of a `Retry-After` header; without it the answer says nothing about when to come back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) retry_after: Option<u32>,
}

impl RateLimited {
    pub(in crate::faults) fn meet(&self) -> Response {
        let refused = ApiError::of(StatusCode::TOO_MANY_REQUESTS.as_u16()).into_response();
        answer::retry_after(refused, self.retry_after)
    }
}
