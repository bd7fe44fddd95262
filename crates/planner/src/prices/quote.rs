//! What an item stands at: the best orders, how much there is of them, what is sold in a day, and what it is worth.

use std::{collections::BTreeMap, sync::Arc};

use game::{GameData, ItemCode, exchange::OrderKind};
use jiff::{SignedDuration, Timestamp};

use super::{Fair, Prices, fair, goods::Goods};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Orders count to the depth of the book whose price is within so many percent of the best one.
const DEPTH_PERCENT: i64 = 10;

/// An item as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quote {
    /// The best that buyers offer.
    pub bid: Option<Side>,
    /// The best that sellers ask.
    pub ask: Option<Side>,
    /// What a piece is worth, if that is known.
    pub fair: Option<Fair>,
    /// Pieces that are known to have been sold within the last 24 hours.
    pub pieces_per_day: i64,
    /// Gold that was paid for them.
    pub gold_per_day: i64,
}

/// One side of the order book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// The best price, in gold per piece.
    pub price: i64,
    /// Pieces at prices within a tenth of it.
    pub pieces: i64,
}

impl Quote {
    /// Gold between what sellers ask and what buyers offer; below nothing where somebody could earn it at once.
    #[must_use]
    pub fn spread(&self) -> Option<i64> {
        Some(self.ask?.price - self.bid?.price)
    }
}

impl Prices {
    /// Every item that something is known of.
    #[must_use]
    pub fn quotes(&self, data: &GameData, now: Timestamp) -> BTreeMap<ItemCode, Quote> {
        let mut worth = fair::all(&self.goods, data, now);
        let quote = |(code, goods): (&ItemCode, &Arc<Goods>)| {
            let (pieces_per_day, gold_per_day) = goods.lately(code, now);
            let (bid, ask) = (goods.side(OrderKind::Buy), goods.side(OrderKind::Sell));
            (code.clone(), Quote { bid, ask, fair: worth.remove(code), pieces_per_day, gold_per_day })
        };
        self.goods.iter().map(quote).collect()
    }
}

impl Goods {
    /// The best price of one side, and how much there is of it.
    pub(super) fn side(&self, kind: OrderKind) -> Option<Side> {
        let orders = || self.orders.values().filter(|order| order.kind == kind);
        let prices = orders().map(|order| order.price);
        let best = match kind {
            OrderKind::Sell => prices.min(),
            OrderKind::Buy => prices.max(),
        }?;
        let near = orders().filter(|order| (order.price - best).abs() * 100 <= best * DEPTH_PERCENT);
        Some(Side { price: best, pieces: near.map(|order| i64::from(order.quantity)).sum() })
    }

    /// Pieces and gold that changed hands within the last day, to the hour.
    fn lately(&self, code: &ItemCode, now: Timestamp) -> (i64, i64) {
        let hours = self.traded(code).into_values().filter(|hour| now.duration_since(hour.hour) < DAY);
        hours.fold((0, 0), |(pieces, gold), hour| (pieces + hour.pieces, gold + hour.gold))
    }
}
