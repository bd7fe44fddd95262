//! When nothing can be done: the trade is over, its orders stand, or something is missing.

use game::{
    SimpleItem,
    exchange::{MAX_ORDERS, listing_tax},
};
use jiff::{SignedDuration, Timestamp};

use super::{Side, WhenPlaced, desk::Desk, ledger, means::Means};
use crate::{
    decision::{Decision, Why},
    parts::banking,
};

/// How often the order book is looked at while orders stand.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(1);
/// The life of an order that is over and cannot be taken back now is looked at again after this.
const SOON: SignedDuration = SignedDuration::from_secs(10);

impl Desk<'_> {
    /// What there is to say when there is nothing to do.
    pub(super) fn rest(&self) -> Decision {
        let Means { config, code, .. } = self.means;
        let (count, open) = (self.ledger.count(), self.ledger.open());
        let (verb, _) = config.side.words();
        if count == 0 && self.means.left(self.ledger) == 0 {
            return self.store().unwrap_or_else(|| self.over());
        }
        if count > 0 && config.when_placed == WhenPlaced::End {
            return Decision::done(self.told(format!("Orders to {verb} {open} {code} stand")));
        }
        if let Some(decision) = self.hindrance() {
            return decision;
        }
        let orders = if count == 1 { "an order".to_owned() } else { format!("{count} orders") };
        self.wait(format!("Waiting for others to fill {orders} to {verb} {open} {code}"))
    }

    /// What keeps the rest from being traded.
    fn hindrance(&self) -> Option<Decision> {
        let Means { config, situation, code } = self.means;
        let price = self.next_price();
        if self.means.left(self.ledger) == 0 {
            return None;
        }
        if self.means.allowance(self.ledger) < price {
            let most = config.daily_gold.unwrap_or_default();
            let text = format!("No more {code} today: `daily_gold` is {most}, and a piece is {price} gold");
            let tomorrow = ledger::tomorrow(situation.now);
            let until = if self.ledger.count() == 0 { tomorrow } else { tomorrow.min(self.next_look()) };
            return Some(Decision::Wait { until, why: Why::new(self.told(text)) });
        }
        let gold = self.means.gold(self.ledger);
        if config.side == Side::Buy && gold < price && self.ledger.count() == 0 {
            let text = format!("Cannot buy {code}: a piece is {price} gold, and there are {gold}");
            return Some(Decision::blocked(self.told(text), format!("{} more gold", price - gold)));
        }
        if config.side == Side::Sell && self.ledger.count() == 0 && self.offer().is_none() {
            let tax = listing_tax(price, config.listing_tax);
            if gold < tax {
                let text =
                    format!("Cannot offer {code}: placing a piece costs {tax} gold, and there are {gold}");
                return Some(Decision::blocked(self.told(text), format!("{} more gold", tax - gold)));
            }
        }
        if self.has_no_slot() && !config.paper {
            let text = format!("The account has its {MAX_ORDERS} orders: waiting until one is over");
            return Some(self.wait(text));
        }
        None
    }

    /// Everything was traded, or nothing is left to be.
    fn over(&self) -> Decision {
        let Means { config, code, .. } = self.means;
        let (verb, done) = config.side.words();
        let (pieces, gold) = (self.ledger.pieces, self.ledger.gold);
        match config.quantity {
            Some(quantity) if pieces < quantity => {
                let missing = quantity - pieces;
                let text = format!(
                    "{} {pieces} of {quantity} {code}, and there are no more to {verb}",
                    capital(done)
                );
                Decision::blocked(self.told(text), format!("{missing} more {code} in bag or bank"))
            }
            Some(_) => Decision::done(
                self.told(format!("{} {pieces} {code} for {gold} gold, as was asked for", capital(done))),
            ),
            None => Decision::done(
                self.told(format!("{} all {code} there was: {pieces} for {gold} gold", capital(done))),
            ),
        }
    }

    /// Puts what was bought into the bank.
    fn store(&self) -> Option<Decision> {
        let Means { config, situation, code } = self.means;
        if config.side == Side::Sell || config.paper {
            return None;
        }
        let carried = situation.character.inventory.count(code);
        banking::put_away(situation, &SimpleItem::new(code.clone(), carried))
    }

    fn wait(&self, text: String) -> Decision {
        Decision::Wait { until: self.next_look(), why: Why::new(self.told(text)) }
    }

    fn next_look(&self) -> Timestamp {
        let Means { config, situation, .. } = self.means;
        let later = |span| situation.now.checked_add(span).unwrap_or(Timestamp::MAX);
        let end = self.ledger.next_end(config.life()).unwrap_or(Timestamp::MAX);
        end.clamp(later(SOON), later(LOOK_AGAIN))
    }

    /// A sentence, on paper if that is where it is true.
    fn told(&self, text: String) -> String {
        if self.means.config.paper { format!("On paper: {text}") } else { text }
    }
}

/// "Sold" for "sold".
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
