//! What is known of one item: its open orders, what was sold of it, and its hours.

use std::collections::BTreeMap;

use game::{
    AccountName, OrderId,
    exchange::{Offer, PriceHour, Sale},
};
use jiff::Timestamp;

/// One item on the exchange.
#[derive(Debug, Clone, Default)]
pub(super) struct Goods {
    pub(super) orders: BTreeMap<OrderId, Offer>,
    /// The sales of the last days. One order may be sold in several parts, but not twice in a moment to the same buyer.
    pub(super) sales: BTreeMap<(Timestamp, OrderId, AccountName), Sale>,
    /// What is kept of each hour, by when it began.
    pub(super) hours: BTreeMap<Timestamp, PriceHour>,
    /// How many orders came, shrank or went, as sweeps have found, since the sales were last read.
    pub(super) stir: u32,
    /// Whether its sales were ever read.
    pub(super) was_read: bool,
}

impl Goods {
    /// Replaces the open orders by what a sweep has found; what was placed after it began is not in it.
    pub(super) fn swept(&mut self, mut found: BTreeMap<OrderId, Offer>, begun_at: Timestamp) {
        let is_left = |id: &OrderId, quantity| found.get(id).is_some_and(|order| order.quantity >= quantity);
        let before = self.orders.iter().filter(|(_, order)| order.created_at < begun_at);
        let changed = before.filter(|(id, order)| !is_left(id, order.quantity)).count();
        let new = found.keys().filter(|id| !self.orders.contains_key(*id)).count();
        self.stir = self.stir.saturating_add(u32::try_from(changed + new).unwrap_or(u32::MAX));
        let placed_since = self.orders.values().filter(|order| order.created_at >= begun_at);
        for order in placed_since {
            found.entry(order.id.clone()).or_insert_with(|| order.clone());
        }
        self.orders = found;
    }

    /// Adds a sale; tells whether it was not known.
    pub(super) fn add(&mut self, sale: Sale) -> bool {
        let key = (sale.sold_at, sale.order_id.clone(), sale.buyer.clone());
        self.sales.insert(key, sale).is_none()
    }

    /// Takes what was sold out of its order; tells whether nothing is left of it.
    pub(super) fn take(&mut self, sale: &Sale) -> bool {
        let Some(order) = self.orders.get_mut(&sale.order_id) else { return false };
        order.quantity = order.quantity.saturating_sub(sale.quantity);
        let is_gone = order.quantity == 0;
        if is_gone {
            self.orders.remove(&sale.order_id);
        }
        is_gone
    }

    /// Whether anything is older than `oldest`.
    pub(super) fn begins_before(&self, oldest: Timestamp) -> bool {
        let sold = self.sales.first_key_value().is_some_and(|((sold_at, _, _), _)| *sold_at < oldest);
        sold || self.hours.first_key_value().is_some_and(|(hour, _)| *hour < oldest)
    }

    /// Forgets what was before `oldest`.
    pub(super) fn forget(&mut self, oldest: Timestamp) {
        self.sales.retain(|(sold_at, _, _), _| *sold_at >= oldest);
        self.hours.retain(|hour, _| *hour >= oldest);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.orders.is_empty() && self.sales.is_empty() && self.hours.is_empty()
    }
}
