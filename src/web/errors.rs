//! How the API says no: `{"error": {"code", "message", "details"}}` with a stable code.

use std::any::Any;

use actors::company::AskError;
use axum::{
    Json,
    extract::{FromRequest, Request, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};
use store::StoreError;
use utoipa::ToSchema;

/// An error reply.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorEnvelope {
    /// What is wrong.
    pub(crate) error: ErrorBody,
}

/// What is wrong, for programs and for people.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    /// Stable word for programs.
    pub(crate) code: &'static str,
    /// One sentence for people: what is wrong and how to mend it.
    pub(crate) message: String,
}

/// A reply that is an error.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into() }
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", message)
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = ErrorEnvelope { error: ErrorBody { code: self.code, message: self.message } };
        (self.status, Json(body)).into_response()
    }
}

impl From<AskError> for ApiError {
    fn from(error: AskError) -> Self {
        let (status, code) = match error {
            AskError::Unknown(_) => (StatusCode::NOT_FOUND, "not_found"),
            AskError::Away(..) => (StatusCode::SERVICE_UNAVAILABLE, "away"),
            AskError::Refused(_) => (StatusCode::CONFLICT, "nothing_runs"),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        if error.is_temporary() {
            let message =
                "the database is away; characters go on, and their history is kept until it is back";
            return Self::new(StatusCode::SERVICE_UNAVAILABLE, "database_away", message);
        }
        tracing::error!(error = actors::chain(&error), "a question to the database failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "the database refused the question; see the log",
        )
    }
}

/// A JSON body whose faults are told in our own error shape.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        match Json::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(rejection @ JsonRejection::MissingJsonContentType(_)) => {
                Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", rejection.body_text()))
            }
            Err(rejection) => Err(ApiError::invalid(rejection.body_text())),
        }
    }
}

/// The reply to a request whose handler panicked.
#[expect(clippy::needless_pass_by_value, reason = "the signature that the layer asks for")]
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = words.unwrap_or("without words"), "a web handler panicked");
    ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "the request failed; see the log")
        .into_response()
}
