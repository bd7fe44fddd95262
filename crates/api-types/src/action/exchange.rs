//! Orders on the Grand Exchange (RULES §10): buying from one, filling one, placing and cancelling one's own.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown, Timestamp};

mod request;

pub use request::{
    GeBuyRequest, GeCancelRequest, GeCreateBuyOrderRequest, GeCreateSellOrderRequest, GeFillRequest,
};

/// Reply to `grandexchange/buy`, `fill` and `cancel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GETransactionListSchema)]
pub struct GeTransactionData {
    /// What it cost in time.
    pub cooldown: Cooldown,
    /// The part of the order that was bought, filled or cancelled.
    pub order: GeTransaction,
    /// The character afterwards.
    pub character: Character,
}

/// The part of an order that changed hands or was cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GETransactionSchema)]
pub struct GeTransaction {
    /// The order's id.
    pub id: String,
    /// The item's code.
    pub code: String,
    /// Pieces.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// Gold for all.
    pub total_price: i64,
}

/// Reply to `grandexchange/create_sell_order` and `create_buy_order`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEOrderTransactionSchema)]
pub struct GeCreateOrderData {
    /// What it cost in time.
    pub cooldown: Cooldown,
    /// The order that was placed.
    pub order: GeOrderCreated,
    /// The character afterwards.
    pub character: Character,
}

/// An order that was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEOrderCreatedSchema)]
pub struct GeOrderCreated {
    /// The order's id.
    pub id: String,
    /// When it was placed.
    pub created_at: Timestamp,
    /// The item's code.
    pub code: String,
    /// Pieces.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// Gold for all.
    pub total_price: i64,
}
