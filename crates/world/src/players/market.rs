//! The exchange as a player sees it: read once for a turn, and only when the turn needs it.

use std::{cell::OnceCell, collections::BTreeMap};

use game::{
    AccountName, ItemCode,
    exchange::{Order, OrderKind},
};
use jiff::Timestamp;

use super::worth::MILLI;
use crate::Exchange;

/// Sales of all items that count as lately.
const LATELY: usize = 150;
/// Sales of one item that its price depends on.
const OF_AN_ITEM: u32 = 6;

/// A player's view of the exchange.
pub(super) struct Market<'a> {
    exchange: &'a Exchange,
    own: &'a AccountName,
    now: Timestamp,
    lately: OnceCell<BTreeMap<&'a ItemCode, Sold>>,
    stalls: OnceCell<BTreeMap<&'a ItemCode, Stall<'a>>>,
}

/// What was sold of an item lately.
#[derive(Debug, Clone, Copy, Default)]
struct Sold {
    sales: u32,
    gold: i64,
}

/// The orders of others for one item.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stall<'a> {
    /// The cheapest offer.
    pub(super) cheapest: Option<&'a Order>,
    /// Who pays most.
    pub(super) best_bid: Option<&'a Order>,
    /// Pieces on offer.
    pub(super) pieces: i64,
}

impl<'a> Market<'a> {
    pub(super) fn new(exchange: &'a Exchange, own: &'a AccountName, now: Timestamp) -> Self {
        Self { exchange, own, now, lately: OnceCell::new(), stalls: OnceCell::new() }
    }

    /// One's own orders.
    pub(super) fn own_orders(&self) -> impl Iterator<Item = &'a Order> {
        let own = self.own;
        self.exchange.orders().filter(move |order| order.account == *own)
    }

    /// What others offer.
    pub(super) fn offers(&self) -> impl Iterator<Item = &'a Order> {
        let own = self.own;
        self.exchange.orders().filter(move |order| order.kind == OrderKind::Sell && order.account != *own)
    }

    /// The orders of others for an item.
    pub(super) fn stall(&self, code: &ItemCode) -> Stall<'a> {
        self.stalls.get_or_init(|| self.walk()).get(code).copied().unwrap_or_default()
    }

    /// What was paid for a piece lately, on average, in thousandths of a gold piece.
    pub(super) fn paid(&self, code: &ItemCode) -> Option<i64> {
        let sold = self.lately().get(code)?;
        Some(sold.gold * MILLI / i64::from(sold.sales))
    }

    /// The items that were sold lately.
    pub(super) fn sold(&self) -> impl Iterator<Item = &'a ItemCode> {
        self.lately().keys().copied()
    }

    fn lately(&self) -> &BTreeMap<&'a ItemCode, Sold> {
        self.lately.get_or_init(|| {
            let mut lately: BTreeMap<_, Sold> = BTreeMap::new();
            for sale in self.exchange.sales(self.now).take(LATELY) {
                let sold = lately.entry(&sale.code).or_default();
                if sold.sales < OF_AN_ITEM {
                    sold.sales += 1;
                    sold.gold += sale.price;
                }
            }
            lately
        })
    }

    fn walk(&self) -> BTreeMap<&'a ItemCode, Stall<'a>> {
        let mut stalls: BTreeMap<_, Stall<'a>> = BTreeMap::new();
        for order in self.exchange.orders().filter(|order| order.account != *self.own) {
            let stall = stalls.entry(&order.code).or_default();
            match order.kind {
                OrderKind::Sell => {
                    stall.pieces += i64::from(order.quantity);
                    if stall.cheapest.is_none_or(|known| order.price < known.price) {
                        stall.cheapest = Some(order);
                    }
                }
                OrderKind::Buy if stall.best_bid.is_none_or(|known| order.price > known.price) => {
                    stall.best_bid = Some(order);
                }
                OrderKind::Buy => {}
            }
        }
        stalls
    }
}
