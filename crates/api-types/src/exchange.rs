//! The Grand Exchange as everybody sees it (RULES §10): open orders and past sales. Actions on it are in
//! `action::exchange`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;
use crate::open_enum::open_enum;

/// An open order, of `GET /grandexchange/orders`, `/my/grandexchange/orders` and the realtime order messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEOrderSchema)]
pub struct GeOrder {
    /// The order's id, 24 hexadecimal digits.
    pub id: String,
    /// Whether its owner sells or buys.
    #[serde(rename = "type")]
    pub kind: GeOrderType,
    /// The owner's account name.
    pub account: Option<String>,
    /// The item's code.
    pub code: String,
    /// Pieces still offered or wanted.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// When it was placed.
    pub created_at: Timestamp,
}

/// A sale, of `GET /grandexchange/history/{code}` (the last 7 days), `/my/grandexchange/history` and the realtime
/// messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GEOrderHistorySchema)]
pub struct GeOrderHistory {
    /// Id of the order that was bought from or filled.
    pub order_id: String,
    /// Account that sold.
    pub seller: String,
    /// Account that bought.
    pub buyer: String,
    /// The item's code.
    pub code: String,
    /// Pieces sold.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// When it was sold.
    pub sold_at: Timestamp,
}

open_enum! {
    /// Which side of the exchange an order is on.
    GeOrderType as "GEOrderType" {
        Sell = "sell",
        Buy = "buy",
    }
}
