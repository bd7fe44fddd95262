//! Trading on paper: the real order book is dealt with in thought, and nothing is sent.
//!
//! Orders of others that are within the limits are taken, each piece of them once. An own order that stands on paper is
//! filled when a rival's order at a price no better was bought from in the meantime: whoever did that would have come to
//! the better one first. A rival's order that is gone altogether may have been taken back, and fills nothing.

use std::collections::BTreeMap;

use game::{
    OrderId,
    exchange::{MAX_ORDERS, total_price},
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

/// What is kept of a trade on paper, beside what every trade keeps.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Paper {
    /// The orders that stand.
    pub(super) orders: Vec<Placed>,
    /// Pieces of others' orders that were taken.
    taken: BTreeMap<OrderId, u32>,
    /// Pieces in the orders of rivals at the last look.
    rivals: BTreeMap<OrderId, u32>,
    /// When the order book was read that was dealt with last.
    read_at: Option<Timestamp>,
}

/// Deals with an order book that was read at `read_at`, unless that was done.
pub(super) fn look(
    means: Means<'_>,
    others: &Others<'_>,
    prices: &Prices,
    read_at: Timestamp,
    ledger: &mut Ledger,
) {
    if ledger.paper.read_at.replace(read_at) == Some(read_at) {
        return;
    }
    let now = means.situation.now;
    fill_standing(means, others, ledger);
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
}

/// Fills what stands with what rivals have traded at prices that are no better.
fn fill_standing(means: Means<'_>, others: &Others<'_>, ledger: &mut Ledger) {
    let mut filled = Vec::new();
    for rival in &others.rivals {
        let before = ledger.paper.rivals.get(&rival.id).copied().unwrap_or(rival.quantity);
        let mut traded = before.saturating_sub(rival.quantity);
        for order in &mut ledger.paper.orders {
            let comes_first = match means.config.side {
                Side::Sell => order.price <= rival.price,
                Side::Buy => order.price >= rival.price,
            };
            let pieces = if comes_first { traded.min(order.quantity) } else { 0 };
            order.quantity -= pieces;
            traded -= pieces;
            filled.push((pieces, total_price(pieces, order.price)));
        }
    }
    filled.into_iter().for_each(|(pieces, gold)| ledger.traded(pieces, gold));
    ledger.paper.orders.retain(|order| order.quantity > 0);
    ledger.paper.rivals = others.rivals.iter().map(|rival| (rival.id.clone(), rival.quantity)).collect();
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
        ledger.paper.orders.push(Placed { quantity, price: prices.own, since: Some(now) });
    }
}
