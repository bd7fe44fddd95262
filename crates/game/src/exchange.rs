//! Orders on the Grand Exchange, and what was sold (RULES §10).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{AccountName, ItemCode, OrderId};

/// Most pieces of an order.
pub const MAX_QUANTITY: u32 = 100;
/// Most gold per piece.
pub const MAX_PRICE: i64 = 1_000_000_000;
/// Most open orders of an account, of both kinds together.
pub const MAX_ORDERS: usize = 100;

/// An open order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Whether its owner sells or buys.
    #[serde(rename = "type")]
    pub kind: OrderKind,
    /// Whose it is.
    pub account: AccountName,
    /// Which item.
    pub code: ItemCode,
    /// Pieces still offered or wanted.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// When it was placed.
    pub created_at: Timestamp,
}

/// An open order as the exchange shows it to everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OrderId,
    /// Whether its owner sells or buys.
    #[serde(rename = "type")]
    pub kind: OrderKind,
    /// Whose it is, as far as the game tells.
    pub account: Option<AccountName>,
    /// Which item.
    pub code: ItemCode,
    /// Pieces still offered or wanted.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// When it was placed.
    pub created_at: Timestamp,
}

impl From<Order> for Offer {
    fn from(order: Order) -> Self {
        let Order { id, kind, account, code, quantity, price, created_at } = order;
        Self { id, kind, account: Some(account), code, quantity, price, created_at }
    }
}

/// Which side of the exchange an order is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Its owner sells: the items wait in the order.
    Sell,
    /// Its owner buys: the gold waits in the order.
    Buy,
}

impl OrderKind {
    /// The kind as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sell => "sell",
            Self::Buy => "buy",
        }
    }
}

/// Some pieces that changed hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    /// The order that was bought from or filled.
    pub order_id: OrderId,
    /// Who sold.
    pub seller: AccountName,
    /// Who bought.
    pub buyer: AccountName,
    /// Which item.
    pub code: ItemCode,
    /// Pieces.
    pub quantity: u32,
    /// Gold per piece.
    pub price: i64,
    /// When.
    pub sold_at: Timestamp,
}

/// What an item went for in one hour. Orders are as they were at its end, or are now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PriceHour {
    /// Which item.
    pub code: ItemCode,
    /// When the hour began.
    pub hour: Timestamp,
    /// The most that somebody offered for a piece; nothing if nobody did, or nobody looked.
    pub bid: Option<i64>,
    /// The least that somebody asked for a piece; nothing if nobody did, or nobody looked.
    pub ask: Option<i64>,
    /// What a piece was worth, in gold; nothing if that was not known.
    pub fair: Option<f64>,
    /// Pieces that were sold.
    pub pieces: i64,
    /// Gold that was paid for them.
    pub gold: i64,
}

impl PriceHour {
    /// An hour of which nothing is known.
    #[must_use]
    pub fn new(code: &ItemCode, hour: Timestamp) -> Self {
        Self { code: code.clone(), hour, bid: None, ask: None, fair: None, pieces: 0, gold: 0 }
    }

    /// Gold that was paid for a piece, on average.
    #[must_use]
    pub fn average(&self) -> Option<f64> {
        (self.pieces > 0).then(|| self.gold as f64 / self.pieces as f64)
    }
}

/// Gold for `quantity` pieces at `price` each.
#[must_use]
pub fn total_price(quantity: u32, price: i64) -> i64 {
    price.saturating_mul(i64::from(quantity))
}

/// What it costs to place a sell order worth `total` at a tax of `percent`: begun gold counts whole, and nothing is only
/// what a tax of nothing costs. The game takes none at present.
#[must_use]
pub fn listing_tax(total: i64, percent: u32) -> i64 {
    let share = i64::from(percent).saturating_mul(total);
    if percent == 0 { 0 } else { (share.saturating_add(99) / 100).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_tax_counts_begun_gold_whole() {
        let table = [((1000, 0), 0), ((1, 3), 1), ((100, 3), 3), ((101, 3), 4), ((1000, 3), 30)];
        for ((total, percent), expected) in table {
            assert_eq!(listing_tax(total, percent), expected, "{percent} % of {total}");
        }
    }

    #[test]
    fn the_dearest_order_has_a_price() {
        assert_eq!(total_price(MAX_QUANTITY, MAX_PRICE), 100_000_000_000);
    }
}
