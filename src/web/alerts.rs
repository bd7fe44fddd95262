//! `/api/v1/exchange/alerts`: rules by which people are told of the Grand Exchange, and what they have told.

use actors::board::{AlertView, FiringView};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use game::ItemCode;
use planner::{AlertRule, AlertWhen};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Dashboard,
    errors::{ApiError, Body, ErrorEnvelope},
    exchange::season,
};

/// Every rule, and what they have told lately.
#[derive(Serialize, ToSchema)]
pub(super) struct AlertList {
    /// The rules, the oldest first.
    data: Vec<AlertView>,
    /// What they have told, the newest first; what was told long ago is left out.
    firings: Vec<FiringView>,
}

/// What somebody wants to be told.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedAlert {
    /// What is to happen: `bid_above`, `bid_below`, `ask_above`, `ask_below`, `fair_above`, `fair_below`, `spread_above`,
    /// `opportunity_above` or `order_filled`.
    #[schema(value_type = String)]
    when: AlertWhen,
    /// With which item; for an opportunity or an order it may be left out, then any will do.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    item: Option<ItemCode>,
    /// From how much on: gold per piece, percent of what buyers offer for a spread, or gold in all for an opportunity. An
    /// order that is filled has none.
    #[serde(default)]
    limit: Option<f64>,
}

impl From<WantedAlert> for AlertRule {
    fn from(WantedAlert { when, item, limit }: WantedAlert) -> Self {
        Self { when, item, limit }
    }
}

/// Every rule, and what they have told lately.
#[utoipa::path(get, path = "/api/v1/exchange/alerts", operation_id = "list_alerts",
    responses((status = 200, body = AlertList)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Json<AlertList> {
    let board = dashboard.company.board();
    Json(AlertList { data: board.alerts(), firings: board.firings() })
}

/// A new rule. It tells once when what it says begins to hold, and again only after that has ceased.
#[utoipa::path(post, path = "/api/v1/exchange/alerts", operation_id = "create_alert", request_body = WantedAlert,
    responses((status = 201, body = AlertView), (status = 409, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn create(
    State(dashboard): State<Dashboard>,
    Body(wanted): Body<WantedAlert>,
) -> Result<(StatusCode, Json<AlertView>), ApiError> {
    let season = season(&dashboard).await?;
    Ok((StatusCode::CREATED, Json(dashboard.company.create_alert(wanted.into(), &season).await?)))
}

/// Another rule in the place of one that is there.
#[utoipa::path(put, path = "/api/v1/exchange/alerts/{id}", operation_id = "change_alert",
    params(("id" = Uuid, Path)), request_body = WantedAlert,
    responses((status = 200, body = AlertView), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn change(
    State(dashboard): State<Dashboard>,
    Path(id): Path<String>,
    Body(wanted): Body<WantedAlert>,
) -> Result<Json<AlertView>, ApiError> {
    let season = season(&dashboard).await?;
    Ok(Json(dashboard.company.change_alert(read_id(&id)?, wanted.into(), &season).await?))
}

/// Forgets a rule. What it has told stays in the list.
#[utoipa::path(delete, path = "/api/v1/exchange/alerts/{id}", operation_id = "delete_alert",
    params(("id" = Uuid, Path)),
    responses((status = 204), (status = 404, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn delete(
    State(dashboard): State<Dashboard>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    dashboard.company.delete_alert(read_id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes something that a rule has told off all pages; it stays in the list.
#[utoipa::path(post, path = "/api/v1/exchange/alerts/firings/{id}/dismiss", operation_id = "dismiss_firing",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = FiringView), (status = 404, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn dismiss(
    State(dashboard): State<Dashboard>,
    Path(id): Path<String>,
) -> Result<Json<FiringView>, ApiError> {
    Ok(Json(dashboard.company.dismiss_firing(read_id(&id)?).await?))
}

fn read_id(id: &str) -> Result<Uuid, ApiError> {
    id.parse().map_err(|_| ApiError::not_found(format!("there is no alert `{id}`")))
}
