//! Playing by hand: a person's orders are carried out one by one, while the automation is set aside.
//!
//! An order is an action like any other: its intent is durable before it is sent, and it ends in the log. What differs
//! is who wants it: nothing is planned, a refusal is told and not tried again, and no run learns from it.

use game::{Action, RefusalCode, exchange::Offer};
use journal::{Closing, RunStatus};
use planner::{Order, View, Why, help};
use ractor::RpcReplyPort;
use tokio::time::Instant;

use super::{
    CharacterState, ControlError,
    alive::{Alive, LOOK_AGAIN, Phase},
    hand::Hand,
    words,
};
use crate::{board::OrderView, limiter::Priority};

/// Where the answer to somebody who plays by hand goes.
pub type HandAnswer<T> = RpcReplyPort<Result<T, ControlError>>;

/// What somebody who plays by hand wants.
pub enum ByHand {
    /// Carry this out; whoever does something by itself is taken over for it. With it comes the offer on the Grand Exchange
    /// that it takes back.
    Order(Order, Option<Offer>, HandAnswer<OrderView>),
    /// Forget the orders that have not been sent.
    Withdraw(HandAnswer<Vec<OrderView>>),
    /// Go back to the automation.
    HandBack(HandAnswer<()>),
}

impl CharacterState {
    pub(super) fn by_hand(&mut self, wish: ByHand) {
        match (&mut self.alive, wish) {
            (Some(alive), ByHand::Order(order, offer, answer)) => alive.order(order, offer.as_ref(), answer),
            (Some(alive), ByHand::Withdraw(answer)) => alive.withdraw_orders(answer),
            (Some(alive), ByHand::HandBack(answer)) => alive.hand_back_when_asked(answer),
            (None, ByHand::Order(_, _, answer)) => drop(answer.send(Err(ControlError::NotRead))),
            (None, ByHand::Withdraw(answer)) => drop(answer.send(Err(ControlError::NotRead))),
            (None, ByHand::HandBack(answer)) => drop(answer.send(Err(ControlError::NotRead))),
        }
        self.go_on();
    }
}

impl Alive {
    /// Takes an order, and the character over. It is answered when that is durable.
    fn order(&mut self, order: Order, offer: Option<&Offer>, answer: HandAnswer<OrderView>) {
        // With orders before it nobody knows how large the bag will be.
        if self.hand.as_ref().is_none_or(|hand| hand.next().is_none())
            && let Err(refused) = self.check_bag(&order)
        {
            return drop(answer.send(Err(refused)));
        }
        let clock = self.args.account.ports.clock;
        let words = words::order(&order, &self.character, &self.season.data, offer);
        let hand = self.hand.get_or_insert_with(|| Hand::new(clock, clock.now()));
        let given = match hand.give(order, words) {
            Ok(given) => given,
            Err(refused) => return drop(answer.send(Err(refused))),
        };
        self.problem = None;
        let Some((run, mind)) = self.job.as_mut().filter(|(run, _)| run.status.is_at_work()) else {
            return drop(answer.send(Ok(given)));
        };
        // Whether it was coming to its end is in there, too.
        run.memory = mind.memory();
        (run.status, run.reason) = (RunStatus::TakenOver, "taken over by hand".to_owned());
        self.withdraw();
        self.save_run(None, move |_| drop(answer.send(Ok(given))));
    }

    fn check_bag(&self, order: &Order) -> Result<(), ControlError> {
        let (items, bag) = (order.items_in_bag(&self.season.data), self.character.inventory.max_items);
        if items > bag.into() { Err(ControlError::BagTooSmall { items, bag }) } else { Ok(()) }
    }

    fn withdraw_orders(&mut self, answer: HandAnswer<Vec<OrderView>>) {
        let is_acting = self.is_acting();
        let Some(hand) = &mut self.hand else { return drop(answer.send(Err(ControlError::NotByHand))) };
        let is_busy = hand.is_busy();
        let withdrawn = hand.withdraw(is_acting);
        if is_busy {
            self.withdraw();
        }
        let _ = answer.send(Ok(withdrawn));
    }

    fn hand_back_when_asked(&mut self, answer: HandAnswer<()>) {
        if self.hand.is_none() {
            return drop(answer.send(Err(ControlError::NotByHand)));
        }
        self.hand_back("handed back", move || drop(answer.send(Ok(()))));
    }

    /// Ends playing by hand. What was set aside goes on as it was; what was paused or has ended stays so.
    fn hand_back(&mut self, reason: &str, then: impl FnOnce() + Send + 'static) {
        if self.hand.take().is_some_and(|hand| hand.is_busy()) {
            self.withdraw();
        }
        match &mut self.job {
            Some((run, mind)) if run.status == RunStatus::TakenOver => {
                let winding_down = mind.is_winding_down();
                run.status = if winding_down { RunStatus::WindingDown } else { RunStatus::Running };
                reason.clone_into(&mut run.reason);
                self.save_run(None, move |_| then());
            }
            _ => then(),
        }
    }

    /// Carries the next order out, as far as the cooldown allows.
    pub(super) fn go_on_by_hand(&mut self) {
        let now = self.args.account.ports.clock.now();
        let events = self.events(now);
        while let Some(hand) = &mut self.hand {
            let (data, bank) = (&self.season.data, self.bank.as_deref());
            let view = View {
                data,
                character: &self.character,
                bank,
                events: &events,
                market: None,
                raids: &[],
                comrades: &[],
            };
            match hand.next().map(|order| order.next(&view, now)) {
                None => return self.rest_by_hand(),
                Some(Ok(Some(action))) => return self.carry_out(action),
                Some(Ok(None)) => hand.arrived(format!("arrived at {}", self.character.position)),
                Some(Err(no_way)) => hand.refused(no_way.to_string()),
            }
        }
    }

    fn carry_out(&mut self, action: Action) {
        let why = Why { text: "By hand".to_owned(), ..Why::default() };
        if self.barred.is_none() && Instant::now() >= self.ready_at {
            self.hand.iter_mut().for_each(Hand::begin);
            return self.send(action, why, None, Priority::Click);
        }
        self.wait_to_send(&action, why);
    }

    /// Nothing to do: waits for the next order, and goes back when none comes.
    fn rest_by_hand(&mut self) {
        let Some(left) = self.hand.as_ref().and_then(Hand::back_in) else { return };
        if left.is_zero() {
            self.hand_back("went back by itself: no order came for ten minutes", || ());
            return self.go_on();
        }
        let why = Why { text: "Played by hand".to_owned(), ..Why::default() };
        self.plan(Phase::Idle, "waits for an order".to_owned(), Some(why));
        self.wake_in(left.min(LOOK_AGAIN));
    }

    /// Takes in how the order under way has ended; tells whether it is to be tried again.
    pub(super) fn order_ended(&mut self, closing: &Closing) -> bool {
        let Some(hand) = self.hand.as_mut().filter(|hand| hand.is_busy()) else { return false };
        match closing {
            Closing::Applied { outcome } => hand.applied(words::summary(outcome)),
            Closing::AppliedUnseen { evidence, .. } => {
                hand.applied(evidence["description"].as_str().unwrap_or("seen in the game's log"));
            }
            Closing::Refused(refusal) if refusal.code == RefusalCode::Cooldown => {
                return hand.came_back();
            }
            Closing::Refused(refusal) => {
                let message = refusal.message.trim_end_matches('.');
                let help = help(refusal.code).map_or_else(String::new, |help| format!(". {help}"));
                hand.refused(format!("{message}{help}"));
            }
            Closing::NotSent { .. } => return hand.came_back(),
            Closing::Parked { reason } => hand.refused(reason),
        }
        false
    }
}
