//! Trading on paper: the real order book is dealt with in thought, and nothing is sent.
//!
//! Orders of others that are within the limits are taken, each piece of them once. What others trade with each other is
//! what an order that stands on paper is filled with, as long as it would have come first: at a better price, or at the
//! same one and for longer. Whoever places an order that it would have served comes to it, too.

use std::collections::BTreeMap;

use game::{
    OrderId,
    exchange::{MAX_ORDERS, Offer, Sale, total_price},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Ledger, Side,
    ledger::Placed,
    means::Means,
    one_order,
    prices::{Others, Prices},
};
use crate::market::{Book, Reading};

/// What is kept of a trade on paper, beside what every trade keeps.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Paper {
    /// The orders that stand, those that come first before the others.
    pub(super) orders: Vec<Placed>,
    /// Pieces of others' orders that were taken.
    taken: BTreeMap<OrderId, u32>,
    /// The orders of others at the last look, with when they were placed.
    seen: BTreeMap<OrderId, Timestamp>,
    /// Sales up to here are counted.
    counted: Option<Timestamp>,
    /// When the order book was read that was dealt with last.
    read_at: Option<Timestamp>,
}

/// Deals with an order book, unless that was done.
pub(super) fn look(
    means: Means<'_>,
    others: &Others<'_>,
    prices: &Prices,
    book: &Reading<Book>,
    ledger: &mut Ledger,
) {
    if ledger.paper.read_at.replace(book.at) == Some(book.at) {
        return;
    }
    let side = means.config.side;
    let now = means.situation.now;
    fill_with_sales(side, book.what.sales.as_deref().unwrap_or_default(), ledger);
    fill_with_newcomers(side, others, ledger);
    ledger.paper.orders.retain(|order| order.quantity > 0);
    let all = others.rivals.iter().chain(&others.counter);
    ledger.paper.seen = all.map(|offer| (offer.id.clone(), offer.created_at)).collect();
    take(means, others, prices, ledger);
    let life = means.config.life();
    let mut freed = 0;
    ledger.paper.orders.retain(|order| {
        let is_old = order.since.is_some_and(|since| now.duration_since(since) >= life);
        let stays = !is_old || order.price == prices.own;
        freed += if stays { 0 } else { total_price(order.quantity, order.price) };
        stays
    });
    ledger.count_gold(-freed);
    place(means, prices, now, ledger);
    ledger.paper.orders.sort_by_key(|order| side.rank(order.price));
}

/// Fills what stands with what was sold since the last look at prices that are no better.
fn fill_with_sales(side: Side, sales: &[Sale], ledger: &mut Ledger) {
    let counted = ledger.paper.counted;
    for sale in sales.iter().rev().filter(|sale| counted.is_none_or(|counted| sale.sold_at > counted)) {
        ledger.paper.counted = Some(sale.sold_at);
        let placed_at = ledger.paper.seen.get(&sale.order_id).copied();
        fill(ledger, sale.quantity, |order| {
            let stood = order.since.is_some_and(|since| since < sale.sold_at);
            let longer = placed_at.is_none_or(|placed_at| order.since.is_some_and(|since| since < placed_at));
            let (own, other) = (side.rank(order.price), side.rank(sale.price));
            stood && (own < other || own == other && longer)
        });
    }
}

/// Fills what stands with orders that were placed since the last look, and that it would have served.
fn fill_with_newcomers(side: Side, others: &Others<'_>, ledger: &mut Ledger) {
    let newcomers = others.counter.iter().filter(|offer| !ledger.paper.seen.contains_key(&offer.id));
    let newcomers: Vec<&Offer> = newcomers.copied().collect();
    for offer in newcomers {
        let pieces = fill(ledger, offer.quantity, |order| side.rank(order.price) <= side.rank(offer.price));
        *ledger.paper.taken.entry(offer.id.clone()).or_default() += pieces;
    }
}

/// Fills those of the orders that `comes_first` with so many pieces; says how many it were.
fn fill(ledger: &mut Ledger, pieces: u32, comes_first: impl Fn(&Placed) -> bool) -> u32 {
    let mut left = pieces;
    let mut gold = 0;
    for order in ledger.paper.orders.iter_mut().filter(|order| comes_first(order)) {
        let filled = left.min(order.quantity);
        order.quantity -= filled;
        left -= filled;
        gold += total_price(filled, order.price);
    }
    ledger.traded(pieces - left, gold);
    pieces - left
}

/// Takes what is within the limits.
fn take(means: Means<'_>, others: &Others<'_>, prices: &Prices, ledger: &mut Ledger) {
    let is_there = |id: &OrderId| others.counter.iter().any(|offer| offer.id == *id);
    ledger.paper.taken.retain(|id, _| is_there(id));
    for offer in others.counter.iter().filter(|offer| means.config.accepts(offer, prices)) {
        let taken = ledger.paper.taken.get(&offer.id).copied().unwrap_or(0);
        let pieces = offer.quantity.saturating_sub(taken).min(means.wanted(ledger, offer.price));
        let gold = total_price(pieces, offer.price);
        ledger.traded(pieces, gold);
        ledger.count_gold(gold);
        ledger.paper.taken.insert(offer.id.clone(), taken + pieces);
    }
}

/// Lets orders stand for the rest.
fn place(means: Means<'_>, prices: &Prices, now: Timestamp, ledger: &mut Ledger) {
    while ledger.paper.orders.len() < MAX_ORDERS {
        let quantity = one_order(means.wanted(ledger, prices.own));
        if quantity == 0 {
            break;
        }
        ledger.count_gold(total_price(quantity, prices.own));
        ledger.paper.orders.push(Placed::new(quantity, prices.own, Some(now)));
    }
}
