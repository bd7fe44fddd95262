//! What everything goes for on the Grand Exchange (RULES §10): the open orders and the sales of all items, as far as
//! somebody has read or heard of them, and what follows from them.
//!
//! The game tells open orders a page at a time, sales an item at a time, and members both as they happen; whoever reads
//! hands it in, in any order and as often as it likes. [What to read next](Prices::next_read) is decided here, what an
//! item is [worth](Fair) and [what could be earned](Opportunity) is reckoned here, and [the hours](PriceHour) are what is
//! kept for good.

mod fair;
mod goods;
mod hours;
mod opportunities;
mod quote;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use game::{
    ItemCode, OrderId,
    exchange::{Offer, Sale},
};
use jiff::{SignedDuration, Timestamp};

pub use fair::{Fair, FairBasis};
use goods::Goods;
pub use hours::PriceHour;
pub use opportunities::{Opportunity, OpportunityKind};
pub use quote::{Quote, Side};
pub use reading::PriceRead;
use reading::Round;

/// How far back sales are looked at: as far as the game tells of them.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Everything that is known of the exchange.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    goods: BTreeMap<ItemCode, Goods>,
    /// Orders that are known to be gone since the sweep under way began; its first pages may still have them.
    gone: BTreeSet<OrderId>,
    round: Round,
}

impl Prices {
    /// A sweep begins: what is told from now on is newer than what it will say.
    pub fn begin_sweep(&mut self) {
        self.gone.clear();
    }

    /// Takes in all open orders, in `pages` pages that were asked for from `begun_at` on.
    pub fn swept(&mut self, begun_at: Timestamp, orders: Vec<Offer>, pages: u32) {
        let mut books: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for order in orders.into_iter().filter(|order| !self.gone.contains(&order.id)) {
            books.entry(order.code.clone()).or_default().insert(order.id.clone(), order);
        }
        for (code, goods) in &mut self.goods {
            goods.swept(books.remove(code).unwrap_or_default(), begun_at);
        }
        for (code, book) in books {
            self.goods.entry(code).or_default().swept(book, begun_at);
        }
        self.round.swept(begun_at, pages);
    }

    /// Takes in the sales of an item that the game tells of.
    pub fn sales_read(&mut self, code: &ItemCode, sales: Vec<Sale>) {
        let goods = self.goods.entry(code.clone()).or_default();
        (goods.stir, goods.was_read) = (0, true);
        sales.into_iter().for_each(|sale| goods.add(sale));
        self.round.read();
    }

    /// Somebody has placed an order.
    pub fn order_placed(&mut self, order: Offer) {
        self.goods.entry(order.code.clone()).or_default().orders.insert(order.id.clone(), order);
    }

    /// Somebody has taken an order back.
    pub fn order_cancelled(&mut self, code: &ItemCode, id: &OrderId) {
        if let Some(goods) = self.goods.get_mut(code) {
            goods.orders.remove(id);
        }
        self.gone.insert(id.clone());
    }

    /// Something was sold.
    pub fn sold(&mut self, sale: Sale) {
        let goods = self.goods.entry(sale.code.clone()).or_default();
        if goods.take(&sale) {
            self.gone.insert(sale.order_id.clone());
        }
        goods.add(sale);
    }

    /// Takes in hours that were kept earlier.
    pub fn restore(&mut self, hours: Vec<PriceHour>) {
        for hour in hours {
            self.goods.entry(hour.code.clone()).or_default().hours.entry(hour.hour).or_insert(hour);
        }
    }

    /// Forgets what is too old to matter.
    pub fn forget(&mut self, now: Timestamp) {
        let oldest = now.saturating_sub(WEEK).unwrap_or(Timestamp::MIN);
        self.goods.values_mut().for_each(|goods| goods.forget(oldest));
        self.goods.retain(|_, goods| !goods.is_empty());
    }

    /// When the open orders were last read, all of them.
    #[must_use]
    pub fn swept_at(&self) -> Option<Timestamp> {
        self.round.swept_at
    }

    /// The open orders for an item, the oldest first.
    pub fn book(&self, code: &ItemCode) -> impl Iterator<Item = &Offer> {
        self.goods.get(code).into_iter().flat_map(|goods| goods.orders.values())
    }

    /// All open orders.
    pub fn orders(&self) -> impl Iterator<Item = &Offer> {
        self.goods.values().flat_map(|goods| goods.orders.values())
    }

    /// What an item went for in each hour that is known, the oldest first.
    pub fn hours(&self, code: &ItemCode) -> impl Iterator<Item = &PriceHour> {
        self.goods.get(code).into_iter().flat_map(|goods| goods.hours.values())
    }
}

#[cfg(test)]
mod tests;
