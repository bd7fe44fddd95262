//! An error as the API words it: HTTP status and code are one number (RULES §1, §14).

use api_types::ErrorBody;
use axum::response::{IntoResponse, Response};
use game::Refusal;
use http::StatusCode;
use serde_json::Value;

use super::{Json, usual_message};

/// A refused request.
#[derive(Debug)]
pub(crate) struct ApiError {
    code: u16,
    message: String,
    data: Option<Value>,
}

impl ApiError {
    /// The error with its usual words.
    pub(crate) fn of(code: u16) -> Self {
        Self::new(code, usual_message(code))
    }

    /// The error in other words.
    pub(crate) fn new(code: u16, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None }
    }

    /// 404 for a thing of this kind, as the API words it: `item not found.`
    pub(crate) fn not_found(kind: &str) -> Self {
        Self::new(404, format!("{kind} not found."))
    }

    /// Its code.
    pub(crate) fn code(&self) -> u16 {
        self.code
    }

    /// The same error with details for programs.
    pub(crate) fn with_data(self, data: impl Into<Value>) -> Self {
        Self { data: Some(data.into()), ..self }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let error = Self::new(refusal.code.number(), refusal.message);
        match refusal.remaining_seconds {
            Some(seconds) => error.with_data(serde_json::json!({ "remaining_seconds": seconds })),
            None => error,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = ErrorBody::new(self.code, self.message);
        let body = match self.data {
            Some(data) => body.with_data(data),
            None => body,
        };
        (status, Json(body)).into_response()
    }
}
