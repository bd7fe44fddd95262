//! `/api/v1/log`: the action log from the database, newest first, by cursor.
#![expect(unused_qualifications, reason = "the macro that describes the route spells parameters out")]

use actors::{board::LogEntry, history};
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use game::CharacterName;
use serde::{Deserialize, Serialize};
use store::{AutomationLogFilter, PageRequest};
use utoipa::{IntoParams, ToSchema};

use super::{
    Dashboard,
    characters::nobody,
    errors::{ApiError, ErrorEnvelope, last_cause},
};

/// Most lines of one page.
const LIMIT: u32 = 500;
/// Lines of a page when nothing else is asked for.
const DEFAULT: u32 = 50;

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct LogQuery {
    /// Only this character's.
    character: Option<String>,
    /// How many, 1 to 500.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// Where the page before ended: its `next_cursor`.
    cursor: Option<String>,
}

/// A page of the action log.
#[derive(Serialize, ToSchema)]
pub(super) struct LogPage {
    /// Newest first.
    data: Vec<LogEntry>,
    /// Asks for the next page; none after the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// The action log.
#[utoipa::path(get, path = "/api/v1/log", operation_id = "list_log", params(LogQuery),
    responses((status = 200, body = LogPage), (status = 404, body = ErrorEnvelope), (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn page(
    State(dashboard): State<Dashboard>,
    query: Result<Query<LogQuery>, QueryRejection>,
) -> Result<Json<LogPage>, ApiError> {
    let Query(query) = query.map_err(|rejection| ApiError::invalid(last_cause(&rejection)))?;
    let limit = query.limit.map_or(Ok(DEFAULT), |text| read_limit(&text))?;
    let first = query.cursor.is_none();
    let before = query.cursor.map(|cursor| cursor.parse()).transpose();
    let before = before.map_err(|error: store::InvalidCursor| ApiError::invalid(error.to_string()))?;
    let character: Option<CharacterName> =
        query.character.map(|name| name.parse().map_err(|_| nobody(&name))).transpose()?;
    let filter = AutomationLogFilter { character: character.clone(), ..AutomationLogFilter::default() };
    let page = dashboard.company.store().automation_log_page(&filter, PageRequest { limit, before }).await?;
    // Somebody who is gone still has a history; who has neither was never there.
    let stranger = character.filter(|name| dashboard.company.board().character(name).is_none());
    if let Some(name) = stranger.filter(|_| first && page.items.is_empty()) {
        return Err(nobody(name.as_str()));
    }
    Ok(Json(LogPage {
        data: page.items.iter().map(history::entry).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
    }))
}

fn read_limit(text: &str) -> Result<u32, ApiError> {
    let limit = text.parse().ok().filter(|limit| (1..=LIMIT).contains(limit));
    limit.ok_or_else(|| {
        ApiError::invalid(format!("`limit` is {text}: it must be a whole number from 1 to {LIMIT}"))
    })
}
