//! Bodies of the actions on the Grand Exchange.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `grandexchange/buy`: take pieces from a sell order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEBuyOrderSchema)]
pub struct GeBuyRequest {
    /// The sell order's id.
    pub id: String,
    /// Pieces to buy.
    #[schema(minimum = 1)]
    pub quantity: u32,
}

/// Body of `grandexchange/fill`: sell pieces to a buy order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEFillBuyOrderSchema)]
pub struct GeFillRequest {
    /// The buy order's id.
    pub id: String,
    /// Pieces to sell.
    #[schema(minimum = 1)]
    pub quantity: u32,
}

/// Body of `grandexchange/cancel`: take back one's own order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GECancelOrderSchema)]
pub struct GeCancelRequest {
    /// The order's id.
    pub id: String,
}

/// Body of `grandexchange/create_sell_order`. The items leave the inventory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEOrderCreationSchema)]
pub struct GeCreateSellOrderRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// Pieces to sell.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// Gold asked per piece.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub price: i64,
}

/// Body of `grandexchange/create_buy_order`. The gold for all pieces leaves the character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEBuyOrderCreationSchema)]
pub struct GeCreateBuyOrderRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// Pieces to buy.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// Gold offered per piece.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub price: i64,
}
