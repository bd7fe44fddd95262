//! The next step of a trade: claim what was bought, take back what is out of date, deal with others, place orders.

use game::{
    Action, OrderId, PendingItem, SimpleItem,
    data::ContentType,
    exchange::{MAX_ORDERS, Offer, listing_tax, total_price},
    pending::PendingSource,
};

use super::{
    Ledger, Side,
    means::Means,
    one_order,
    prices::{Others, Prices},
};
use crate::{
    decision::{Alternative, Decision, Why},
    market::Own,
    parts::{
        banking::{self, Keep, Room},
        travel,
    },
    setbacks::Subject,
    supply::{Terms, carry},
};

/// The code of the Grand Exchange on the map.
const EXCHANGE: &str = "grand_exchange";
/// So many orders of others are told.
const TOLD: usize = 5;

/// Everything that a step is decided on.
pub(super) struct Desk<'a> {
    pub(super) means: Means<'a>,
    pub(super) others: Others<'a>,
    pub(super) prices: Prices,
    pub(super) own: &'a Own,
    pub(super) ledger: &'a Ledger,
}

impl Desk<'_> {
    /// The next step on the way to the exchange or at it; `old` is an order of its own that is out of date.
    pub(super) fn act(&self, old: Option<OrderId>) -> Option<Decision> {
        self.claim().or_else(|| self.take_back(old?)).or_else(|| self.deal()).or_else(|| self.place())
    }

    /// The best order of others that is within the limits.
    pub(super) fn offer(&self) -> Option<&Offer> {
        let mut offers = self.others.counter.iter().copied();
        offers.find(|offer| self.means.config.accepts(offer, &self.prices) && self.is_free(&offer.id))
    }

    /// Gold for the next piece.
    pub(super) fn next_price(&self) -> i64 {
        self.offer().map_or(self.prices.own, |offer| offer.price)
    }

    /// Whether no order can be placed, because there are as many as there may be.
    pub(super) fn has_no_slot(&self) -> bool {
        self.own.orders.len() >= MAX_ORDERS || self.means.situation.setbacks.rules_out(&Subject::OrderSlots)
    }

    fn is_free(&self, id: &OrderId) -> bool {
        !self.means.situation.setbacks.rules_out(&Subject::Order(id.clone()))
    }

    /// Takes what was bought from those who keep it; that can be done anywhere (RULES §9).
    fn claim(&self) -> Option<Decision> {
        let Means { situation, code, .. } = self.means;
        let is_bought = |waiting: &&PendingItem| {
            waiting.source == PendingSource::GrandExchange
                && waiting.items.iter().any(|item| item.code == *code)
                && !situation.setbacks.rules_out(&Subject::Claim(waiting.id.clone()))
        };
        let next = self.own.pending.iter().find(is_bought)?;
        self.make_room(&next.items).or_else(|| {
            let why = Why::new(format!("Claiming {} that were bought", banking::list(&next.items)));
            Some(Decision::act(Action::ClaimItem { id: next.id.clone() }, why))
        })
    }

    fn take_back(&self, id: OrderId) -> Option<Decision> {
        let Means { config, code, .. } = self.means;
        let order = self.ledger.orders.get(&id).filter(|_| self.is_free(&id))?;
        let what = format!("the order of {} {code} at {} gold each", order.quantity, order.price);
        let room = match config.side {
            Side::Sell => self.make_room(&[SimpleItem::new(code.clone(), order.quantity)]),
            Side::Buy => None,
        };
        room.or_else(|| self.go(&format!("to take back {what}"))).or_else(|| {
            let text = format!(
                "Taking back {what}: after {} min the right price is {}",
                config.order_minutes, self.prices.own
            );
            Some(Decision::act(Action::GeCancel { id }, Why::new(text)))
        })
    }

    /// Deals with the best order of others that is within the limits.
    fn deal(&self) -> Option<Decision> {
        let Means { config, code, .. } = self.means;
        let offer = self.offer()?;
        let quantity = one_order(self.means.wanted(self.ledger, offer.price)).min(offer.quantity);
        let quantity = match config.side {
            Side::Sell => quantity,
            Side::Buy => quantity.min(self.capacity().max(1)),
        };
        if quantity == 0 {
            return None;
        }
        let (verb, _) = config.side.words();
        let purpose = format!("to {verb} {code} for {} gold each", offer.price);
        let room = || match config.side {
            Side::Sell => None,
            Side::Buy => self.make_room(&[SimpleItem::new(code.clone(), quantity)]),
        };
        let step = self.bring(offer.price, &purpose).or_else(room).or_else(|| self.go(&purpose));
        step.or_else(|| {
            let quantity = self.in_hand(quantity);
            let total = total_price(quantity, offer.price);
            let (action, doing) = match config.side {
                Side::Sell => (Action::GeFill { id: offer.id.clone(), quantity }, "Selling"),
                Side::Buy => (Action::GeBuy { id: offer.id.clone(), quantity }, "Buying"),
            };
            let text = format!("{doing} {quantity} {code} for {total} gold, {} each", offer.price);
            Some(Decision::act(action, Why::new(text)))
        })
    }

    /// Places an order of its own.
    fn place(&self) -> Option<Decision> {
        let Means { config, code, .. } = self.means;
        let price = self.prices.own;
        let quantity = one_order(self.means.wanted(self.ledger, price));
        if quantity == 0 || self.has_no_slot() {
            return None;
        }
        let (verb, _) = config.side.words();
        let purpose = format!("to place an order to {verb} {code} for {price} gold each");
        let tax = || self.bring_tax(quantity, price, &purpose);
        self.bring(price, &purpose).or_else(tax).or_else(|| self.go(&purpose)).or_else(|| {
            let (code, quantity) = (code.clone(), self.in_hand(quantity).min(self.taxable(price)));
            if quantity == 0 {
                return None;
            }
            let (doing, action) = match config.side {
                Side::Sell => ("Offering", Action::GeCreateSellOrder { code, quantity, price }),
                Side::Buy => ("Asking for", Action::GeCreateBuyOrder { code, quantity, price }),
            };
            let text = format!("{doing} {quantity} {} for {price} gold each", self.means.code);
            Some(Decision::act(action, Why::new(text)))
        })
    }

    /// Brings along the gold that the game takes for placing an order, as far as there is any.
    fn bring_tax(&self, quantity: u32, price: i64, purpose: &str) -> Option<Decision> {
        let Means { config, situation, .. } = self.means;
        if config.side == Side::Buy {
            return None;
        }
        let tax = listing_tax(total_price(self.in_hand(quantity), price), config.listing_tax);
        let lacking = (tax - situation.character.gold).min(situation.bank.map_or(0, |bank| bank.gold));
        banking::fetch_gold(situation, lacking, purpose)
    }

    /// Pieces in an own order at this price that the purse can pay the tax of.
    fn taxable(&self, price: i64) -> u32 {
        let Means { config, situation, .. } = self.means;
        if config.side == Side::Buy || config.listing_tax == 0 {
            return u32::MAX;
        }
        let worth = situation.character.gold.saturating_mul(100) / i64::from(config.listing_tax);
        u32::try_from(worth / price.max(1)).unwrap_or(u32::MAX)
    }

    /// Brings along what is paid with: the items, as many as the bag holds, or the gold.
    fn bring(&self, price: i64, purpose: &str) -> Option<Decision> {
        let Means { config, situation, code } = self.means;
        match config.side {
            Side::Sell => {
                let carried = situation.character.inventory.count(code);
                if carried > 0 && situation.stands_on(&ContentType::GrandExchange, EXCHANGE) {
                    return None;
                }
                let wanted = self.means.wanted(self.ledger, price).min(self.capacity());
                if wanted == 0 {
                    return self.make_room(&[SimpleItem::new(code.clone(), 1)]);
                }
                let items = [SimpleItem::new(code.clone(), wanted)];
                carry::carry(situation, &Terms::default(), &items, purpose)
            }
            Side::Buy => {
                // Enough for all that may follow, or each order would cost a trip to the bank.
                let pieces = self.means.wanted(self.ledger, price);
                let most = total_price(pieces, self.prices.limit).min(self.means.gold(self.ledger));
                let lacking = most - situation.character.gold;
                let can_begin = situation.stands_on(&ContentType::GrandExchange, EXCHANGE)
                    && situation.character.gold >= price;
                if can_begin { None } else { banking::fetch_gold(situation, lacking, purpose) }
            }
        }
    }

    /// Of `quantity` pieces, those that there are, or that the purse pays for.
    fn in_hand(&self, quantity: u32) -> u32 {
        let Means { config, situation, code } = self.means;
        match config.side {
            Side::Sell => quantity.min(situation.character.inventory.count(code)),
            Side::Buy => {
                let affordable = situation.character.gold / self.next_price().max(1);
                quantity.min(u32::try_from(affordable).unwrap_or(u32::MAX))
            }
        }
    }

    /// Pieces that the bag holds when all is put away that may be.
    fn capacity(&self) -> u32 {
        let Means { situation, code, .. } = self.means;
        carry::sets_that_fit(situation, &Terms::default(), &[SimpleItem::new(code.clone(), 1)])
    }

    fn make_room(&self, items: &[SimpleItem]) -> Option<Decision> {
        let situation = self.means.situation;
        if situation.character.inventory.fits(items) && !situation.setbacks.bag_is_full() {
            return None;
        }
        let keep = Keep { codes: &[], food: false, utilities: false, tools: true };
        banking::empty_bag(situation, Room::Gone, keep)
    }

    fn go(&self, purpose: &str) -> Option<Decision> {
        travel::go_to(
            self.means.situation,
            &ContentType::GrandExchange,
            EXCHANGE,
            &format!("{purpose} at the"),
        )
    }

    /// The decision with the numbers behind it.
    pub(super) fn explained(&self, decision: Decision) -> Decision {
        let Means { config, .. } = self.means;
        let (_, done) = config.side.words();
        let of = config.quantity.map(|quantity| format!(" of {quantity}")).unwrap_or_default();
        let Ledger { pieces, gold, .. } = self.ledger;
        let decision = decision
            .with_fact(done, format!("{pieces}{of} for {gold} gold"))
            .with_fact("limit", format!("{} gold each: {}", self.prices.limit, self.prices.words))
            .with_fact("in orders", self.ledger.open().to_string());
        decision.with_alternatives(&self.alternatives())
    }

    /// The best orders of others, and what rules them out.
    fn alternatives(&self) -> Vec<Alternative> {
        let offers = self.others.counter.iter().take(TOLD);
        let told = offers.map(|offer| {
            let ruled_out = if !self.is_free(&offer.id) {
                Some("the game refused it".to_owned())
            } else if !self.means.config.accepts(offer, &self.prices) {
                Some(format!("the limit is {} gold", self.prices.limit))
            } else {
                None
            };
            Alternative {
                choice: "order".to_owned(),
                code: offer.id.to_string(),
                score: ruled_out.is_none().then_some(offer.price as f64),
                unit: "gold".to_owned(),
                words: format!("{} pieces at {} gold", offer.quantity, offer.price),
                ruled_out,
            }
        });
        told.collect()
    }
}
