//! Answers that do not come from the game: of something in front of it, or of a server that has fallen over.

use std::fmt;

use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};

use crate::request::ApiError;

/// A status from 500 to 599.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub(crate) struct ServerError(StatusCode);

/// An answer with a [`ServerError`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ErrorAnswer {
    /// The status: 502 unless it is named.
    #[serde(skip_serializing_if = "ServerError::is_usual")]
    pub(crate) status: ServerError,
    /// Who says it: a 500 is the game's own unless it is named, and all others are a proxy's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<ErrorText>,
    /// Seconds of a `Retry-After` header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) retry_after: Option<u32>,
}

/// What an error says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ErrorText {
    /// The game's own error object.
    Game,
    /// The page of a proxy in front of the game.
    Proxy,
    /// Nothing at all.
    Empty,
}

impl Default for ErrorAnswer {
    fn default() -> Self {
        Self { status: ServerError(StatusCode::BAD_GATEWAY), body: None, retry_after: None }
    }
}

impl ServerError {
    fn is_usual(&self) -> bool {
        self.0 == StatusCode::BAD_GATEWAY
    }
}

impl ErrorAnswer {
    /// The answer itself.
    pub(super) fn respond(&self) -> Response {
        let ServerError(status) = self.status;
        let usual =
            if status == StatusCode::INTERNAL_SERVER_ERROR { ErrorText::Game } else { ErrorText::Proxy };
        let response = match self.body.unwrap_or(usual) {
            ErrorText::Game => {
                ApiError::new(status.as_u16(), "An error occurred on the server.").into_response()
            }
            ErrorText::Proxy => {
                let title = status.to_string();
                let page = format!("<html><head><title>{title}</title></head><body>{title}</body></html>");
                (status, Html(page)).into_response()
            }
            ErrorText::Empty => status.into_response(),
        };
        retry_after(response, self.retry_after)
    }
}

/// The same answer, with a word on when to come back.
pub(super) fn retry_after(mut response: Response, seconds: Option<u32>) -> Response {
    let seconds = seconds.map(|seconds| (header::RETRY_AFTER, HeaderValue::from(seconds)));
    response.headers_mut().extend(seconds);
    response
}

impl TryFrom<u16> for ServerError {
    type Error = String;

    fn try_from(status: u16) -> Result<Self, String> {
        let read = StatusCode::from_u16(status).ok().filter(StatusCode::is_server_error);
        read.map(Self).ok_or_else(|| format!("{status} is no server error: choose one from 500 to 599"))
    }
}

impl From<ServerError> for u16 {
    fn from(ServerError(status): ServerError) -> Self {
        status.as_u16()
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
