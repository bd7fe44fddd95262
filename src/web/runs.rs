//! `/api/v1/runs`: what characters were told to do, and what came of it, from the database by cursor.

use actors::board::RunView;
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
    paging::{PageQuery, read},
};

/// A page of runs.
#[derive(Serialize, ToSchema)]
pub(super) struct RunPage {
    /// The one that was started last first.
    data: Vec<RunView>,
    /// Asks for the next page; none after the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// The runs of automations, those that go on included.
#[utoipa::path(get, path = "/api/v1/runs", operation_id = "list_runs", params(PageQuery),
    responses((status = 200, body = RunPage), (status = 404, body = ErrorEnvelope), (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn page(
    State(dashboard): State<Dashboard>,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Result<Json<RunPage>, ApiError> {
    let (character, request) = read(query)?;
    let page = dashboard.company.store().automation_run_page(character.as_ref(), request).await?;
    let (now, pace) = (dashboard.company.clock().now(), dashboard.company.pace());
    Ok(Json(RunPage {
        data: page.items.into_iter().map(|row| RunView::new(row, now, pace)).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
    }))
}
