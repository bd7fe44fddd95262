//! `/api/v1/log`: the action log from the database, newest first, by cursor.

use actors::{board::LogEntry, history};
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use serde::Serialize;
use store::AutomationLogFilter;
use utoipa::ToSchema;

use super::{
    Dashboard,
    characters::nobody,
    errors::{ApiError, ErrorEnvelope},
    paging::{PageQuery, read},
};

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
#[utoipa::path(get, path = "/api/v1/log", operation_id = "list_log", params(PageQuery),
    responses((status = 200, body = LogPage), (status = 404, body = ErrorEnvelope), (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn page(
    State(dashboard): State<Dashboard>,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Result<Json<LogPage>, ApiError> {
    let (character, request) = read(query)?;
    let filter = AutomationLogFilter { character: character.clone(), ..AutomationLogFilter::default() };
    let page = dashboard.company.store().automation_log_page(&filter, request).await?;
    // Somebody who is gone still has a history; who has neither was never there.
    let stranger = character.filter(|name| dashboard.company.board().character(name).is_none());
    if let Some(name) = stranger.filter(|_| request.before.is_none() && page.items.is_empty()) {
        return Err(nobody(name.as_str()));
    }
    Ok(Json(LogPage {
        data: page.items.iter().map(history::entry).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
    }))
}
