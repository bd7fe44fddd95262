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

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use game::{
    AccountName, ItemCode, OrderId,
    exchange::{Offer, PriceHour, Sale},
};
use jiff::{SignedDuration, Timestamp};

pub use fair::{Fair, FairBasis};
use goods::Goods;
pub use opportunities::{Opportunity, OpportunityKind};
pub use quote::{Quote, Side};
pub use reading::PriceRead;
use reading::Round;

/// How far back sales are looked at: as far as the game tells of them.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Everything that is known of the exchange. A clone shares what does not change afterwards.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    goods: BTreeMap<ItemCode, Arc<Goods>>,
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
            Arc::make_mut(goods).swept(books.remove(code).unwrap_or_default(), begun_at);
        }
        for (code, book) in books {
            self.goods(&code).swept(book, begun_at);
        }
        self.round.swept(begun_at, pages);
    }

    /// Takes in all open orders of one account, as they were at `read_at`: the others of it that were known are gone.
    pub fn account_read(&mut self, account: &AccountName, read_at: Timestamp, orders: Vec<Offer>) {
        let is_gone = |known: &Offer| {
            known.account.as_ref() == Some(account)
                && known.created_at < read_at
                && orders.iter().all(|order| order.id != known.id)
        };
        let gone: Vec<_> = self.orders().filter(|known| is_gone(known)).cloned().collect();
        for Offer { code, id, .. } in gone {
            self.order_cancelled(&code, &id);
            // It may as well have been sold.
            self.goods(&code).stir += 1;
        }
        for order in orders.into_iter().filter(|order| !self.gone.contains(&order.id)) {
            let goods = Arc::make_mut(self.goods.entry(order.code.clone()).or_default());
            let known = goods.orders.entry(order.id.clone()).or_insert_with(|| order.clone());
            *known = Offer {
                account: Some(account.clone()),
                quantity: known.quantity.min(order.quantity),
                ..order
            };
        }
    }

    /// Takes in the sales of an item that the game tells of.
    pub fn sales_read(&mut self, code: &ItemCode, sales: Vec<Sale>) {
        let goods = self.goods(code);
        (goods.stir, goods.was_read) = (0, true);
        for sale in sales {
            goods.add(sale);
        }
        self.round.read();
    }

    /// Something may have happened that nobody was told: the next thing to read is a sweep.
    pub fn fall_behind(&mut self) {
        self.round.is_behind = true;
    }

    /// Somebody has placed an order. Of several who tell it, the last may be late.
    pub fn order_placed(&mut self, order: Offer) {
        if !self.gone.contains(&order.id) {
            self.goods(&order.code).orders.entry(order.id.clone()).or_insert(order);
        }
    }

    /// Somebody has taken an order back.
    pub fn order_cancelled(&mut self, code: &ItemCode, id: &OrderId) {
        self.goods(code).orders.remove(id);
        self.gone.insert(id.clone());
    }

    /// Something was sold.
    pub fn sold(&mut self, sale: Sale) {
        let goods = self.goods(&sale.code);
        if goods.add(sale.clone()) && goods.take(&sale) {
            self.gone.insert(sale.order_id);
        }
    }

    /// Takes in hours that were kept earlier.
    pub fn restore(&mut self, hours: Vec<PriceHour>) {
        for hour in hours {
            self.goods(&hour.code).hours.entry(hour.hour).or_insert(hour);
        }
    }

    /// Forgets what is too old to matter.
    pub fn forget(&mut self, now: Timestamp) {
        let oldest = now.saturating_sub(WEEK).unwrap_or(Timestamp::MIN);
        let stale = self.goods.values_mut().filter(|goods| goods.begins_before(oldest));
        stale.for_each(|goods| Arc::make_mut(goods).forget(oldest));
        self.goods.retain(|_, goods| !goods.is_empty());
    }

    fn goods(&mut self, code: &ItemCode) -> &mut Goods {
        Arc::make_mut(self.goods.entry(code.clone()).or_default())
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

    /// Pieces that others are known to have bought from an order, or sold to it, after a moment.
    #[must_use]
    pub fn pieces_dealt(&self, order: &Offer, since: Timestamp) -> u32 {
        let sales = self.goods.get(&order.code).into_iter().flat_map(|goods| goods.sales.values());
        let of_it = sales.filter(|sale| sale.order_id == order.id && sale.sold_at > since);
        of_it.map(|sale| sale.quantity).sum()
    }

    /// What an item went for in each hour that is known, the oldest first.
    pub fn hours(&self, code: &ItemCode) -> impl Iterator<Item = &PriceHour> {
        self.goods.get(code).into_iter().flat_map(|goods| goods.hours.values())
    }
}

#[cfg(test)]
mod tests;
