//! How the API says no: `{"error": {"code", "message", "details"}}` with a stable code.

use std::{any::Any, collections::BTreeMap};

use actors::{
    account::AccountError, alerts::AlertError, character::ControlError, company::AskError,
    coordinator::GoalError,
};
use axum::{
    Json,
    body::{Body as Bytes, to_bytes},
    extract::{FromRequest, Request, rejection::JsonRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use planner::{ConfigError, InvalidOrder, Problem};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
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
    /// What is wrong with each field of a configuration or an order, by the field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) details: BTreeMap<String, String>,
}

/// A reply that is an error.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
    details: BTreeMap<String, String>,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), details: BTreeMap::new() }
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
        let Self { status, code, message, details } = self;
        (status, Json(ErrorEnvelope { error: ErrorBody { code, message, details } })).into_response()
    }
}

impl From<ConfigError> for ApiError {
    fn from(error: ConfigError) -> Self {
        let message = error.to_string();
        let ConfigError::Invalid { problems, .. } = error else { return Self::invalid(message) };
        Self { details: by_field(problems), ..Self::invalid(message) }
    }
}

impl From<InvalidOrder> for ApiError {
    fn from(error: InvalidOrder) -> Self {
        let message = error.to_string();
        Self { details: by_field(error.problems), ..Self::invalid(message) }
    }
}

fn by_field(problems: Vec<Problem>) -> BTreeMap<String, String> {
    let of_fields = problems.into_iter().filter(|problem| !problem.field.is_empty());
    of_fields.map(|problem| (problem.field, problem.message)).collect()
}

impl From<AskError> for ApiError {
    fn from(error: AskError) -> Self {
        let (status, code) = match error {
            AskError::Senseless(error) => return error.into(),
            AskError::CountsOnOthers => (StatusCode::UNPROCESSABLE_ENTITY, "counts_on_others"),
            AskError::Unknown(_) => (StatusCode::NOT_FOUND, "not_found"),
            AskError::Stranger { .. } => (StatusCode::CONFLICT, "not_own"),
            AskError::Unread(_) => (StatusCode::SERVICE_UNAVAILABLE, "not_read_yet"),
            AskError::ExchangeUnread(_) => (StatusCode::SERVICE_UNAVAILABLE, "not_read_yet"),
            AskError::Away(..) => (StatusCode::SERVICE_UNAVAILABLE, "away"),
            AskError::Refused(ControlError::NothingRuns) => (StatusCode::CONFLICT, "nothing_runs"),
            AskError::Refused(ControlError::NotPaused) => (StatusCode::CONFLICT, "not_paused"),
            AskError::Refused(ControlError::NotByHand) => (StatusCode::CONFLICT, "not_by_hand"),
            AskError::Refused(ControlError::TooManyOrders(_)) => (StatusCode::CONFLICT, "too_many_orders"),
            AskError::Refused(ControlError::BagTooSmall { .. }) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "too_many_items")
            }
            AskError::Refused(ControlError::NotRead) => (StatusCode::SERVICE_UNAVAILABLE, "not_read_yet"),
            AskError::Refused(ControlError::Taken) => (StatusCode::CONFLICT, "taken"),
            AskError::WhichAccount { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            AskError::NoCoordinator(_) | AskError::NoPlan(_) | AskError::NoAlerts(_) => {
                (StatusCode::SERVICE_UNAVAILABLE, "away")
            }
            AskError::SenselessAlert(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            AskError::Alert(AlertError::Unknown(_) | AlertError::NothingTold(_)) => {
                (StatusCode::NOT_FOUND, "not_found")
            }
            AskError::Alert(AlertError::TooMany(_)) => (StatusCode::CONFLICT, "too_many_alerts"),
            AskError::Alert(AlertError::NotReady) => (StatusCode::SERVICE_UNAVAILABLE, "not_read_yet"),
            AskError::Alert(AlertError::NotKept) => (StatusCode::INTERNAL_SERVER_ERROR, "not_kept"),
            AskError::Goal(GoalError::Unknown(_)) => (StatusCode::NOT_FOUND, "not_found"),
            AskError::Goal(GoalError::NotReady) => (StatusCode::SERVICE_UNAVAILABLE, "not_read_yet"),
            AskError::Goal(GoalError::NotKept) => (StatusCode::INTERNAL_SERVER_ERROR, "not_kept"),
            AskError::Goal(GoalError::NoSuchAfter(_) | GoalError::Circle(_)) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "invalid")
            }
            AskError::Journal(_) => {
                tracing::error!(error = actors::chain(&error), "a wish was not written down");
                let message = "nothing was changed: the local disk does not take it; see the log";
                return Self::new(StatusCode::INTERNAL_SERVER_ERROR, "not_kept", message);
            }
        };
        Self::new(status, code, actors::chain(&error))
    }
}

impl From<AccountError> for ApiError {
    fn from(error: AccountError) -> Self {
        let (status, code) = match error {
            AccountError::NoToken(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            AccountError::Rejected(_) => (StatusCode::UNPROCESSABLE_ENTITY, "token_rejected"),
            AccountError::OtherAccount { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "other_account"),
            AccountError::Unknown(_) => (StatusCode::NOT_FOUND, "not_found"),
            AccountError::Played(_) => (StatusCode::CONFLICT, "already_played"),
            AccountError::GivenAtStart(_) => (StatusCode::CONFLICT, "given_at_start"),
            AccountError::Going(_) => (StatusCode::CONFLICT, "being_removed"),
            AccountError::Vault(_) => (StatusCode::CONFLICT, "not_kept"),
            AccountError::GameAway(_) => (StatusCode::SERVICE_UNAVAILABLE, "game_away"),
            AccountError::Away(_) => (StatusCode::SERVICE_UNAVAILABLE, "away"),
            AccountError::Journal(_) => {
                tracing::error!(error = actors::chain(&error), "an account was not written down");
                return Self::new(StatusCode::INTERNAL_SERVER_ERROR, "not_kept", error.to_string());
            }
        };
        // What the game or the wire says beyond that is for the log.
        let message = match error {
            AccountError::Vault(_) => actors::chain(&error),
            error => error.to_string(),
        };
        Self::new(status, code, message)
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

/// What is wrong, without the layers that found it.
pub(crate) fn last_cause(error: &dyn std::error::Error) -> String {
    std::iter::successors(Some(error), |error| error.source())
        .last()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// A JSON body whose faults are told in our own error shape.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        match Json::<Value>::from_request(request, state).await {
            Ok(Json(body)) if !body.is_object() => {
                Err(ApiError::invalid("the body must be a JSON object, as in {\"field\": \"value\"}"))
            }
            Ok(Json(body)) => T::deserialize(body)
                .map(Self)
                .map_err(|error| ApiError::invalid(format!("the body is not what is asked for: {error}"))),
            Err(JsonRejection::JsonSyntaxError(error)) => {
                Err(ApiError::invalid(unreadable(&last_cause(&error))))
            }
            Err(rejection) => Err(refusal(rejection.status(), rejection.body_text())),
        }
    }
}

/// Why a body cannot be read. What is too deep or too large is JSON all the same; only serde_json's words tell it apart.
fn unreadable(cause: &str) -> String {
    let place = cause.rsplit_once(" at ").map_or("", |(_, place)| place);
    if cause.contains("recursion limit exceeded") {
        return format!("the body is nested too deeply, at {place}");
    }
    if cause.contains("number out of range") {
        return format!("the body has a number that is too large, at {place}");
    }
    format!("the body is not JSON: {cause}")
}

/// Longest explanation that is taken over.
const EXPLANATION: usize = 1000;

/// Puts a refusal into our shape, whoever made it: the router for a wrong method, a layer for a body that is too long,
/// an extractor for a path that is no text.
pub(crate) async fn in_our_shape(response: Response) -> Response {
    let status = response.status();
    let json = |value: &header::HeaderValue| value.as_bytes().starts_with(b"application/json");
    let ours = response.headers().get(header::CONTENT_TYPE).is_some_and(json);
    if ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let (mut parts, body): (_, Bytes) = response.into_parts();
    let text = to_bytes(body, EXPLANATION).await.unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    let reply = refusal(status, text).into_response();
    (parts.headers, reply).into_response()
}

/// A refusal that has no code and perhaps no words of its own.
fn refusal(status: StatusCode, text: String) -> ApiError {
    let (code, words) = match status {
        // The router adds that header when all layers are done.
        StatusCode::METHOD_NOT_ALLOWED => {
            let words = "this path does not take that method; the header `Allow` has those it takes";
            ("method_not_allowed", words.to_owned())
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("too_large", "the body is larger than any configuration".to_owned())
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("not_json", text),
        StatusCode::UPGRADE_REQUIRED => ("not_a_websocket", text),
        StatusCode::NOT_FOUND => ("not_found", text),
        _ if status.is_server_error() => ("internal", "the request failed; see the log".to_owned()),
        _ => ("bad_request", text),
    };
    let words = if words.is_empty() { status.to_string() } else { words };
    ApiError::new(status, code, words)
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
