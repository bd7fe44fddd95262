//! What a trade has brought so far: pieces and gold, the orders that stand, and what the day has seen of its cap.
//!
//! Replies tell what was done; what others did with an order is seen when the account's orders are read again. One that is
//! missing then was filled or taken back by somebody: what was sold tells which.

use std::{collections::BTreeMap, mem};

use game::{
    Action, Detail, OrderId,
    exchange::{Offer, Sale, total_price},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::paper::Paper;
use crate::market::PAGE;

/// Seconds of a day.
const DAY: i64 = 24 * 3600;

/// The books of one run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Ledger {
    /// Pieces bought or sold, on paper if that is how it trades.
    pub(super) pieces: u32,
    /// Gold that was paid or earned for them.
    pub(super) gold: i64,
    /// The orders that stand, as they were last seen.
    pub(super) orders: BTreeMap<OrderId, Placed>,
    /// Orders that were placed, but whose reply was lost.
    lost: Vec<Placed>,
    /// Orders that are not there any more, nobody knows yet why.
    missing: BTreeMap<OrderId, Placed>,
    /// The order that is dealt with next costs this per piece.
    pub(super) deal_price: i64,
    /// The day that is counted, from 1970 on, and the gold that was traded for in it.
    day: (i64, i64),
    /// Gold that no day has counted yet.
    uncounted: i64,
    /// Something was done on the exchange since the last look.
    touched: bool,
    /// What was read before this does not show what was done last.
    since: Option<Timestamp>,
    /// The trade on paper.
    pub(super) paper: Paper,
    /// What the item was reckoned to cost, and what that was reckoned from.
    pub(super) worth: Option<(String, Option<super::prices::Worth>)>,
}

/// An order that was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Placed {
    /// Pieces that are left of it.
    pub(super) quantity: u32,
    pub(super) price: i64,
    /// When it was placed, or its price last found to be right; nothing until the next look.
    pub(super) since: Option<Timestamp>,
    /// Pieces that others are known to have dealt in.
    #[serde(default)]
    dealt: u32,
}

impl Placed {
    pub(super) fn new(quantity: u32, price: i64, since: Option<Timestamp>) -> Self {
        Self { quantity, price, since, dealt: 0 }
    }
}

impl Ledger {
    /// Readings from before this are outdated.
    pub(super) fn outdated_before(&self) -> Option<Timestamp> {
        self.since
    }

    /// Gold that was traded for today.
    pub(super) fn today(&self) -> i64 {
        self.day.1
    }

    /// Pieces in orders that stand.
    pub(super) fn open(&self) -> u32 {
        self.orders.values().chain(&self.lost).chain(&self.paper.orders).map(|order| order.quantity).sum()
    }

    /// Gold in orders on paper.
    pub(super) fn gold_on_paper(&self) -> i64 {
        self.paper.orders.iter().map(|order| total_price(order.quantity, order.price)).sum()
    }

    /// How many orders stand.
    pub(super) fn count(&self) -> usize {
        self.orders.len() + self.lost.len() + self.paper.orders.len()
    }

    /// Takes note of what came of an action.
    pub(crate) fn applied(&mut self, action: &Action, detail: Option<&Detail>) {
        match action {
            Action::GeBuy { quantity, .. } | Action::GeFill { quantity, .. } => {
                let gold = match detail {
                    Some(Detail::OrderBought(part) | Detail::OrderFilled(part)) => part.total_price,
                    _ => total_price(*quantity, self.deal_price),
                };
                self.uncounted += gold;
                self.traded(*quantity, gold);
            }
            Action::GeCreateSellOrder { quantity, price, .. }
            | Action::GeCreateBuyOrder { quantity, price, .. } => {
                let placed = Placed::new(*quantity, *price, None);
                self.uncounted += total_price(*quantity, *price);
                match detail {
                    Some(Detail::OrderCreated { id, .. }) => drop(self.orders.insert(id.clone(), placed)),
                    _ => self.lost.push(placed),
                }
            }
            Action::GeCancel { id } => {
                if let Some(Placed { quantity, price, .. }) = self.orders.remove(id) {
                    let left = match detail {
                        Some(Detail::OrderCancelled(part)) => part.item.quantity.min(quantity),
                        _ => quantity,
                    };
                    self.uncounted -= total_price(left, price);
                    self.traded(quantity - left, total_price(quantity - left, price));
                }
            }
            Action::ClaimItem { .. } => {}
            _ => return,
        }
        self.touched = true;
    }

    /// Takes note of a refusal: somebody was quicker, so what was read is not true any more.
    pub(crate) fn refused(&mut self, action: &Action) {
        self.touched |= matches!(
            action,
            Action::GeBuy { .. }
                | Action::GeFill { .. }
                | Action::GeCancel { .. }
                | Action::GeCreateSellOrder { .. }
                | Action::GeCreateBuyOrder { .. }
                | Action::ClaimItem { .. }
        );
    }

    /// Some pieces changed hands.
    pub(super) fn traded(&mut self, pieces: u32, gold: i64) {
        self.pieces = self.pieces.saturating_add(pieces);
        self.gold = self.gold.saturating_add(gold);
    }

    /// Gold that was bound by an order on paper, or is free again.
    pub(super) fn count_gold(&mut self, gold: i64) {
        self.day.1 = self.day.1.saturating_add(gold).max(0);
    }

    /// Takes note of the time.
    pub(super) fn look(&mut self, now: Timestamp) {
        if mem::take(&mut self.touched) {
            self.since = Some(now);
        }
        let today = now.as_second().div_euclid(DAY);
        if self.day.0 != today {
            self.day = (today, 0);
        }
        let uncounted = mem::take(&mut self.uncounted);
        self.count_gold(uncounted);
        for placed in self.orders.values_mut().chain(&mut self.lost) {
            placed.since.get_or_insert(now);
        }
    }

    /// Holds its orders against those that the account has: what is less was filled.
    pub(super) fn reconcile<'a>(&mut self, there: impl Iterator<Item = &'a Offer>, now: Timestamp) {
        let mut there: Vec<_> = there.collect();
        let before = mem::take(&mut self.orders);
        for (id, placed) in before {
            match there.iter().position(|order| order.id == id).map(|place| there.swap_remove(place)) {
                Some(order) => self.filled_down_to(order.quantity, id, placed),
                None => {
                    // What was read so far may have been read before it was sold.
                    self.since = Some(now);
                    self.missing.insert(id, placed);
                }
            }
        }
        for placed in mem::take(&mut self.lost) {
            let is_it = |order: &&Offer| order.price == placed.price && order.quantity <= placed.quantity;
            match there.iter().position(is_it).map(|place| there.swap_remove(place)) {
                Some(order) => {
                    let since = placed.since.or(Some(now));
                    self.filled_down_to(order.quantity, order.id.clone(), Placed { since, ..placed });
                }
                None => self.traded(placed.quantity, total_price(placed.quantity, placed.price)),
            }
        }
    }

    fn filled_down_to(&mut self, left: u32, id: OrderId, placed: Placed) {
        let filled = placed.quantity.saturating_sub(left);
        self.traded(filled, total_price(filled, placed.price));
        if left > 0 {
            let dealt = placed.dealt + filled;
            self.orders.insert(id, Placed { quantity: left, dealt, ..placed });
        }
    }

    /// Whether orders are missing of which nobody knows why.
    pub(super) fn misses_orders(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Counts of the missing orders what was sold; the rest of them was taken back by somebody. A full page of sales may not
    /// go back far enough to tell all of them: then an order that it names, or is older than it goes, was filled.
    pub(super) fn settle(&mut self, sales: &[Sale]) {
        let oldest = sales.last().filter(|_| sales.len() >= PAGE).map(|sale| sale.sold_at);
        for (id, placed) in mem::take(&mut self.missing) {
            let dealt: u32 = sales.iter().filter(|sale| sale.order_id == id).map(|sale| sale.quantity).sum();
            let filled = match oldest {
                None => dealt.saturating_sub(placed.dealt).min(placed.quantity),
                Some(oldest) if dealt > 0 || placed.since.is_none_or(|since| since < oldest) => {
                    placed.quantity
                }
                Some(_) => 0,
            };
            self.traded(filled, total_price(filled, placed.price));
            self.count_gold(-total_price(placed.quantity - filled, placed.price));
        }
    }

    /// An order whose life is over and whose price is not `price` any more; one whose price still is lives on.
    pub(super) fn old(&mut self, now: Timestamp, life: SignedDuration, price: i64) -> Option<OrderId> {
        let is_over = |placed: &Placed| placed.since.is_some_and(|since| now.duration_since(since) >= life);
        let mut old = None;
        for (id, placed) in self.orders.iter_mut().filter(|(_, placed)| is_over(placed)) {
            if placed.price == price {
                placed.since = Some(now);
            } else {
                old.get_or_insert_with(|| id.clone());
            }
        }
        old
    }

    /// When the life of the next order is over. On paper that is seen at the next look.
    pub(super) fn next_end(&self, life: SignedDuration) -> Option<Timestamp> {
        self.orders.values().filter_map(|placed| placed.since?.checked_add(life).ok()).min()
    }
}

/// When the day after `now` begins.
pub(super) fn tomorrow(now: Timestamp) -> Timestamp {
    let day = now.as_second().div_euclid(DAY) + 1;
    Timestamp::from_second(day * DAY).unwrap_or(Timestamp::MAX)
}
