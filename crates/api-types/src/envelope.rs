//! What surrounds a reply: the `data` object, a page of a list, an error, and the few replies without `data` (RULES §1).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Secret;

/// A reply with one object, or a list that is not paged (`Data<Vec<…>>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Data<T> {
    /// What was asked for.
    pub data: T,
}

/// One page of a list. The spec's `DataPage_*` (at most 100 per page) and `StaticDataPage_*` (at most 10 000) look the
/// same on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The entries of this page; empty past the end.
    pub data: Vec<T>,
    /// Entries on all pages.
    pub total: u32,
    /// This page's number, from 1.
    #[schema(minimum = 1)]
    pub page: u32,
    /// Entries that a full page holds.
    #[schema(minimum = 1)]
    pub size: u32,
    /// Number of pages.
    pub pages: u32,
}

/// The body of every reply whose HTTP status is not 200.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ErrorResponseSchema)]
pub struct ErrorBody {
    /// What went wrong.
    pub error: ErrorDetail,
}

impl ErrorBody {
    /// An error without `data`.
    pub fn new(code: u16, message: impl Into<String>) -> Self {
        Self { error: ErrorDetail { code, message: message.into(), data: None } }
    }

    /// The same error with `data`.
    pub fn with_data(mut self, data: serde_json::Value) -> Self {
        self.error.data = Some(data);
        self
    }
}

/// The error inside an [`ErrorBody`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ErrorSchema)]
pub struct ErrorDetail {
    /// The game's code, equal to the HTTP status (RULES §14).
    pub code: u16,
    /// A text for people; its wording is not fixed.
    pub message: String,
    /// More about it: for 422 the messages by field, for 499 `remaining_seconds` (RULES §4). Left out when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object)]
    pub data: Option<serde_json::Value>,
}

/// The reply to `POST /token`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TokenResponseSchema)]
pub struct TokenResponse {
    /// The bearer token of the account.
    #[schema(value_type = String)]
    pub token: Secret,
}

/// A reply or notice that says something and no more: account creation, password and e-mail changes, announcements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ResponseSchema)]
pub struct Message {
    /// The text.
    pub message: String,
}
