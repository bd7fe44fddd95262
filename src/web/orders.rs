//! `/api/v1/characters/{name}/orders` and `…/hand-back`: playing a character by hand.

use actors::board::OrderView;
use axum::{Json, extract::State, http::StatusCode};
use game::{Action, MapId};
use planner::Order;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    characters::Known,
    errors::{ApiError, Body, ErrorEnvelope},
};

/// What is to be done: an action, or the way to a tile. It is read as JSON, so that every fault can be told at once.
#[derive(ToSchema)]
#[schema(title = "OrderRequest")]
#[serde(untagged)]
#[expect(dead_code, reason = "it only describes the body")]
pub(super) enum OrderRequest {
    /// One action, with what its request to the game carries.
    Action(Action),
    /// The way to a tile, over all layers.
    Travel(TravelRequest),
}

/// The way to a tile, over all layers.
#[derive(ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(dead_code, reason = "it only describes the body")]
pub(super) enum TravelRequest {
    /// As many moves and transitions as it takes.
    Travel {
        /// Where to.
        map_id: MapId,
    },
}

/// Some orders.
#[derive(Serialize, ToSchema)]
pub(super) struct OrderList {
    /// The oldest first.
    data: Vec<OrderView>,
}

/// Has the character do something by hand, as soon as its cooldown allows and before anything else waits for the game.
/// Its automation is set aside: an action of it that has not left for the game is withdrawn. Orders queue, at most 20. What
/// the game refuses is not tried again, and the orders behind it are withdrawn. Ten minutes after the last order has ended
/// the character goes back to its automation by itself.
#[utoipa::path(post, path = "/api/v1/characters/{name}/orders", operation_id = "give_order",
    params(("name" = String, Path)), request_body = OrderRequest,
    responses((status = 202, body = OrderView), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 422, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn give(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
    Body(order): Body<serde_json::Value>,
) -> Result<(StatusCode, Json<OrderView>), ApiError> {
    let season = dashboard.company.season().await;
    let order = Order::read(order, season.as_deref())?;
    Ok((StatusCode::ACCEPTED, Json(dashboard.company.order(&name, order).await?)))
}

/// Withdraws the orders that have not been sent. One that has left for the game is finished.
#[utoipa::path(delete, path = "/api/v1/characters/{name}/orders", operation_id = "withdraw_orders",
    params(("name" = String, Path)),
    responses((status = 200, body = OrderList), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn withdraw(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<OrderList>, ApiError> {
    Ok(Json(OrderList { data: dashboard.company.withdraw_orders(&name).await? }))
}

/// Gives the character back to its automation. Orders that have not been sent are withdrawn.
#[utoipa::path(post, path = "/api/v1/characters/{name}/hand-back", operation_id = "hand_back",
    params(("name" = String, Path)),
    responses((status = 204), (status = 404, body = ErrorEnvelope), (status = 409, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn hand_back(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<StatusCode, ApiError> {
    dashboard.company.hand_back(&name).await?;
    Ok(StatusCode::NO_CONTENT)
}
