//! An error as the API words it: HTTP status and code are one number (RULES §1, §14).

use api_types::ErrorBody;
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use game::Refusal;
use http::StatusCode;
use serde_json::Value;

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

/// The words of the codes that the transport gives itself; a refusal of the world brings its own.
fn usual_message(code: u16) -> &'static str {
    match code {
        404 => "Not found.",
        405 => "Method not allowed.",
        422 => "Request could not be processed due to an invalid payload.",
        429 => "Too many requests: wait for the window to end.",
        452 => "Failed to parse token. Token is missing or empty.",
        455 => "Failed to generate token.",
        456 => "This username is already taken.",
        457 => "This email is already in use.",
        498 => "Character not found.",
        _ => "The request was refused.",
    }
}
