//! What a person who plays a character by hand wants done: a queue of orders, and when the character goes back to its
//! automation by itself.
//!
//! Pure but for the clock it is handed. Sending orders to the game is [`super::by_hand`]'s matter. Nothing here outlives
//! the program: an order that was not sent is easily given again, and worse when it comes hours late.

use std::{collections::VecDeque, time::Duration};

use jiff::Timestamp;
use planner::Order;
use tokio::time::Instant;

use super::ControlError;
use crate::{
    board::{ManualView, OrderState, OrderView},
    clock::Clock,
};

/// Orders that may wait, and those that are shown.
const MOST: usize = 20;
/// So long after its last order a character goes back: one that was forgotten must not stand idle all night.
const FORGOTTEN: Duration = Duration::from_secs(600);

/// A character in a person's hand.
pub(super) struct Hand {
    clock: Clock,
    since: Timestamp,
    /// The oldest first; those that have ended stand before those that have not.
    orders: VecDeque<Given>,
    /// When it goes back, by either clock; nothing while there is something to do.
    back: Option<(Instant, Timestamp)>,
}

struct Given {
    order: Order,
    view: OrderView,
    /// Withdrawn while its request was on its way.
    unwanted: bool,
}

impl Hand {
    /// Taken over at that time, with nothing to do yet.
    pub(super) fn new(clock: Clock, since: Timestamp) -> Self {
        let mut hand = Self { clock, since, orders: VecDeque::new(), back: None };
        hand.rest();
        hand
    }

    /// Puts an order at the end of the queue.
    ///
    /// # Errors
    /// When too many wait.
    pub(super) fn give(&mut self, order: Order, words: String) -> Result<OrderView, ControlError> {
        if self.open().count() >= MOST {
            return Err(ControlError::TooManyOrders(MOST));
        }
        let view = OrderView {
            id: self.clock.new_id(),
            action: serde_json::to_value(&order).expect("an order is plain values"),
            words,
            state: OrderState::Queued,
            outcome: None,
        };
        self.orders.push_back(Given { order, view: view.clone(), unwanted: false });
        while self.orders.len() > MOST {
            self.orders.pop_front();
        }
        self.back = None;
        Ok(view)
    }

    /// The order to carry out now.
    pub(super) fn next(&self) -> Option<&Order> {
        self.open().next().map(|given| &given.order)
    }

    /// The next order is on its way to the game.
    pub(super) fn begin(&mut self) {
        self.change(|given| given.view.state = OrderState::UnderWay);
    }

    /// Nothing of the order under way has reached the game. Tells whether it is to be tried again.
    pub(super) fn came_back(&mut self) -> bool {
        let is_wanted = self.change(|given| {
            given.view.state = OrderState::Queued;
            !given.unwanted
        });
        if is_wanted == Some(false) {
            self.end(OrderState::Withdrawn, "withdrawn before it was sent");
        }
        is_wanted.unwrap_or_default()
    }

    /// The order under way was carried out, or a step of it.
    pub(super) fn applied(&mut self, outcome: impl Into<String>) {
        match self.change(|given| (matches!(given.order, Order::Travel { .. }), given.unwanted)) {
            Some((true, false)) | None => {}
            Some((true, true)) => self.end(OrderState::Withdrawn, "withdrawn on the way"),
            Some((false, _)) => self.end(OrderState::Done, outcome),
        }
    }

    /// The way of the next order is over.
    pub(super) fn arrived(&mut self, outcome: impl Into<String>) {
        self.end(OrderState::Done, outcome);
    }

    /// The next order cannot be carried out; those behind it may depend on it.
    pub(super) fn refused(&mut self, words: impl Into<String>) {
        self.end(OrderState::Refused, words);
        while self.next().is_some() {
            self.end(OrderState::Withdrawn, "withdrawn: an order before it was refused");
        }
    }

    /// Nobody wants any more what has not been sent. A request that is on its way is finished.
    pub(super) fn withdraw(&mut self, is_acting: bool) -> Vec<OrderView> {
        let mut withdrawn = Vec::new();
        for given in self.orders.iter_mut().filter(|given| given.view.state.is_open()) {
            given.unwanted = true;
            if !(is_acting && given.view.state == OrderState::UnderWay) {
                given.view.state = OrderState::Withdrawn;
                given.view.outcome = Some("withdrawn by hand".to_owned());
            }
            withdrawn.push(given.view.clone());
        }
        self.rest();
        withdrawn
    }

    /// Whether an order is on its way.
    pub(super) fn is_busy(&self) -> bool {
        self.open().any(|given| given.view.state == OrderState::UnderWay)
    }

    /// How long until it goes back by itself; nothing while there is something to do.
    pub(super) fn back_in(&self) -> Option<Duration> {
        self.back.map(|(at, _)| at.saturating_duration_since(Instant::now()))
    }

    /// How many orders have not been sent.
    pub(super) fn waiting(&self) -> usize {
        self.open().filter(|given| given.view.state == OrderState::Queued).count()
    }

    /// As it is shown.
    pub(super) fn view(&self) -> ManualView {
        ManualView {
            since: self.since,
            hand_back_at: self.back.map(|(_, at)| at),
            orders: self.orders.iter().map(|given| given.view.clone()).collect(),
        }
    }

    fn open(&self) -> impl Iterator<Item = &Given> {
        self.orders.iter().filter(|given| given.view.state.is_open())
    }

    fn change<T>(&mut self, change: impl FnOnce(&mut Given) -> T) -> Option<T> {
        self.orders.iter_mut().find(|given| given.view.state.is_open()).map(change)
    }

    fn end(&mut self, state: OrderState, outcome: impl Into<String>) {
        self.change(|given| (given.view.state, given.view.outcome) = (state, Some(outcome.into())));
        self.rest();
    }

    /// Begins to count down when there is nothing left to do.
    fn rest(&mut self) {
        if self.open().next().is_none() {
            let at = self.clock.now().saturating_add(FORGOTTEN).unwrap_or(Timestamp::MAX);
            self.back = Some((Instant::now() + FORGOTTEN, at));
        }
    }
}

#[cfg(test)]
mod tests;
