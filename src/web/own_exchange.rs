//! `/api/v1/characters/{name}/exchange`: what a character's account has on the Grand Exchange, and what waits for it.

use axum::{Json, extract::State};
use game::{
    ItemCode, OrderId, PendingItem, PendingItemId, SimpleItem,
    exchange::{Offer, OrderKind},
};
use jiff::Timestamp;
use planner::{Own, Reading};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    characters::Known,
    errors::{ApiError, ErrorEnvelope},
};

/// What an account has on the Grand Exchange, and what waits for it.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnExchangeView {
    /// When the game was asked.
    as_of: Timestamp,
    /// Its open orders, the oldest first. An order by hand of the type `ge_cancel` takes one back.
    orders: Vec<OwnOrderView>,
    /// What waits for one of its characters, the oldest first. An order by hand of the type `claim_item` takes it.
    waiting: Vec<WaitingView>,
}

/// An open order of one's own.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnOrderView {
    /// Its id.
    #[schema(value_type = String)]
    id: OrderId,
    /// `sell` or `buy`.
    kind: &'static str,
    /// Which item.
    #[schema(value_type = String)]
    code: ItemCode,
    /// Pieces still offered or wanted.
    quantity: u32,
    /// Gold per piece.
    price: i64,
    /// When it was placed.
    created_at: Timestamp,
}

/// Gold and items that wait to be claimed.
#[derive(Serialize, ToSchema)]
pub(super) struct WaitingView {
    /// Id to claim it by.
    #[schema(value_type = String)]
    id: PendingItemId,
    /// What it is for, in the game's words.
    description: String,
    /// Gold that waits.
    gold: i64,
    /// Items that wait.
    items: Vec<SimpleItem>,
    /// Since when it waits.
    created_at: Timestamp,
}

/// What a character's account has on the Grand Exchange, and what waits for it, as it was read a few minutes ago at most;
/// anew when one of the account's characters has changed it.
#[utoipa::path(get, path = "/api/v1/characters/{name}/exchange", operation_id = "show_own_exchange",
    params(("name" = String, Path)),
    responses((status = 200, body = OwnExchangeView), (status = 404, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<OwnExchangeView>, ApiError> {
    let Reading { at, what } = dashboard.company.own_exchange(&name).await?;
    let Own { mut orders, mut pending } = what;
    orders.sort_by_key(|order| order.created_at);
    pending.sort_by_key(|waiting| waiting.created_at);
    Ok(Json(OwnExchangeView {
        as_of: at,
        orders: orders.into_iter().map(OwnOrderView::from).collect(),
        waiting: pending.into_iter().map(WaitingView::from).collect(),
    }))
}

impl From<Offer> for OwnOrderView {
    fn from(offer: Offer) -> Self {
        let Offer { id, kind, code, quantity, price, created_at, .. } = offer;
        let kind = match kind {
            OrderKind::Sell => "sell",
            OrderKind::Buy => "buy",
        };
        Self { id, kind, code, quantity, price, created_at }
    }
}

impl From<PendingItem> for WaitingView {
    fn from(pending: PendingItem) -> Self {
        let PendingItem { id, description, gold, items, created_at, .. } = pending;
        Self { id, description, gold, items, created_at }
    }
}
