//! The Grand Exchange of a world: open orders of all accounts, and what was sold (RULES §10).

use std::collections::{BTreeMap, VecDeque};

use game::{
    AccountName, OrderId, PendingItem,
    exchange::{Order, Sale},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long sales are remembered.
const HISTORY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// All orders and sales.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    orders: BTreeMap<OrderId, Order>,
    sales: VecDeque<Sale>,
}

/// What an action brings to another account than that of the character who acts.
pub(crate) enum Mail {
    /// Gold for its bank.
    Gold(i64),
    /// Something to claim.
    Pending(PendingItem),
}

impl Exchange {
    /// The open orders, the oldest first.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        self.orders.values()
    }

    /// An open order.
    #[must_use]
    pub fn order(&self, id: &OrderId) -> Option<&Order> {
        self.orders.get(id)
    }

    /// What was sold in the seven days before `now`, the newest first.
    pub fn sales(&self, now: Timestamp) -> impl Iterator<Item = &Sale> {
        self.sales.iter().take_while(move |sale| now.duration_since(sale.sold_at) <= HISTORY)
    }

    /// How many orders an account has open.
    pub(crate) fn count_of(&self, account: &AccountName) -> usize {
        self.orders.values().filter(|order| order.account == *account).count()
    }

    /// Opens an order.
    pub(crate) fn open(&mut self, order: Order) {
        self.orders.insert(order.id.clone(), order);
    }

    /// Takes an order away.
    pub(crate) fn close(&mut self, id: &OrderId) {
        self.orders.remove(id);
    }

    /// Takes all orders of an account away.
    pub(crate) fn close_all(&mut self, account: &AccountName) {
        self.orders.retain(|_, order| order.account != *account);
    }

    /// Takes what was sold out of its order, which vanishes when nothing is left, and writes the sale down.
    pub(crate) fn sell(&mut self, sale: Sale) {
        if let Some(order) = self.orders.get_mut(&sale.order_id) {
            order.quantity = order.quantity.saturating_sub(sale.quantity);
            if order.quantity == 0 {
                self.orders.remove(&sale.order_id);
            }
        }
        let now = sale.sold_at;
        self.sales.push_front(sale);
        while self.sales.pop_back_if(|oldest| now.duration_since(oldest.sold_at) > HISTORY).is_some() {}
    }
}
