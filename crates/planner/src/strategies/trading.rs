//! Trading on the Grand Exchange (RULES §10): sells or buys one item within limits of price, quantity and gold a day.
//!
//! Orders of others that are within the limits are dealt with first, the best before the others; for the rest it places
//! orders of its own, and after a while gives those whose price is out of date another one. What it would cost otherwise is
//! reckoned in [`prices`], what to do next in [`desk`]; what was done is in the [`ledger`]. On [`paper`] nothing leaves.

mod desk;
mod ledger;
mod means;
mod paper;
mod prices;
mod rest;

use game::{
    GameData, ItemCode,
    data::ItemType,
    exchange::{MAX_PRICE, MAX_QUANTITY, OrderKind},
};
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::AnyItem,
    decision::{Decision, Why},
    market::{Book, Interests, Own, Reading},
    notes::{Choice, Notes, Purpose},
    setbacks::Subject,
    situation::Situation,
    strategies::{Misfit, Strategy},
};
use desk::Desk;
pub(crate) use ledger::Ledger;
use means::Means;
use prices::Others;

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Sells or buys an item on the Grand Exchange within limits of price, quantity and gold a day: others' orders first, then its own. On paper, too.";

/// Most pieces that a run may trade; more than anybody has.
const MOST_PIECES: u32 = 1_000_000;
/// Longest life of an order: a month.
const LONGEST_LIFE: u32 = 31 * 24 * 60;
/// Highest tax in percent that makes any sense.
const HIGHEST_TAX: u32 = 50;
/// Nothing is decided on an order book that was read longer ago.
const STALE: SignedDuration = SignedDuration::from_mins(2);
/// How soon a reading that is missing is asked for again.
const ASK_AGAIN: SignedDuration = SignedDuration::from_secs(10);

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Trading {
    /// Whether to sell or to buy.
    side: Side,
    /// What to trade. To sell, it may be left out: then it is what there is most of in bag and bank.
    #[schemars(with = "Option<AnyItem>")]
    item: Option<ItemCode>,
    /// How many pieces in all. To sell, it may be left out: then it is all there is.
    #[schemars(range(min = 1, max = MOST_PIECES))]
    quantity: Option<u32>,
    /// Gold per piece. Selling: the least that is taken. Buying: what is offered as long as nobody offers more.
    #[schemars(range(min = 1, max = MAX_PRICE))]
    min_price: Option<i64>,
    /// Gold per piece. Buying: the most that is paid; without it, what the item costs otherwise. Selling: what is asked as
    /// long as nobody asks for less.
    #[schemars(range(min = 1, max = MAX_PRICE))]
    max_price: Option<i64>,
    /// Whether to sell for less than the item costs otherwise: at a merchant's, or in the time that getting it takes.
    below_cost: bool,
    /// The price of its own orders beside those of others.
    pricing: Pricing,
    /// Gold per piece by which others are undercut, or outbid.
    #[schemars(range(min = 1, max = MAX_PRICE))]
    undercut_by: i64,
    /// Minutes after which an order is taken back if its price is out of date, to be placed anew.
    #[schemars(range(min = 1, max = LONGEST_LIFE))]
    order_minutes: u32,
    /// Percent of a sell order's worth that the game takes when it is placed, begun gold counting whole; at present it takes
    /// none. Own orders are dearer by it, and the gold for it is brought along.
    #[schemars(range(max = HIGHEST_TAX))]
    listing_tax: u32,
    /// Most gold that is traded for in a day (UTC), in orders of its own or of others.
    #[schemars(range(min = 1))]
    daily_gold: Option<i64>,
    /// Pieces that are never sold.
    #[schemars(range(max = MOST_PIECES))]
    leave: u32,
    /// What to do when its orders stand and nothing else can be done.
    when_placed: WhenPlaced,
    /// Whether to trade on paper only: nothing is sent to the game, and its real orders are dealt with in thought.
    paper: bool,
}

/// Which side of the exchange a trade is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Side {
    /// Items for gold.
    Sell,
    /// Gold for items.
    Buy,
}

/// How an own order is priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Pricing {
    /// A little better than the best of the others.
    Undercut,
    /// The same as the best of the others.
    Match,
    /// Whatever the others do: the highest price when selling, the lowest when buying.
    Fixed,
}

/// What to do while orders stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WhenPlaced {
    /// Wait until they are filled.
    Wait,
    /// End: they stay where they are.
    End,
}

impl Side {
    /// The kind of its own orders.
    fn own(self) -> OrderKind {
        match self {
            Self::Sell => OrderKind::Sell,
            Self::Buy => OrderKind::Buy,
        }
    }

    /// The kind of those it deals with.
    fn others(self) -> OrderKind {
        match self {
            Self::Sell => OrderKind::Buy,
            Self::Buy => OrderKind::Sell,
        }
    }

    /// A price of its own orders as a rank: the lower, the sooner somebody comes to it.
    fn rank(self, price: i64) -> i64 {
        match self {
            Self::Sell => price,
            Self::Buy => -price,
        }
    }

    /// What it does, and what it has done.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Sell => ("sell", "sold"),
            Self::Buy => ("buy", "bought"),
        }
    }
}

impl Default for Trading {
    fn default() -> Self {
        Self {
            side: Side::Sell,
            item: None,
            quantity: None,
            min_price: None,
            max_price: None,
            below_cost: false,
            pricing: Pricing::Undercut,
            undercut_by: 1,
            order_minutes: 60,
            listing_tax: 0,
            daily_gold: None,
            leave: 0,
            when_placed: WhenPlaced::Wait,
            paper: false,
        }
    }
}

impl Strategy for Trading {
    fn check(&self) -> Result<(), String> {
        if self.side == Side::Buy && (self.item.is_none() || self.quantity.is_none()) {
            return Err("to buy, say which `item` and what `quantity`".to_owned());
        }
        if let (Some(least), Some(most)) = (self.min_price, self.max_price)
            && least > most
        {
            return Err(format!("`min_price` is {least}, more than `max_price`, {most}"));
        }
        if let (Side::Sell, Some(least), Some(daily)) = (self.side, self.min_price, self.daily_gold)
            && least > daily
        {
            return Err(format!("`min_price` is {least}, more than `daily_gold`, {daily}, allows in a day"));
        }
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        match self.item.as_ref().and_then(|code| data.items.get(code)) {
            Some(item) if !item.tradeable => {
                Err(("item", format!("{} is not tradable on the Grand Exchange", item.code)))
            }
            _ => Ok(()),
        }
    }

    fn interests(&self, notes: &Notes) -> Interests {
        let chosen = || notes.target().and_then(|code| code.parse().ok());
        let items = self.item.clone().or_else(chosen).into_iter().collect();
        let sales = self.paper || notes.ledger.misses_orders();
        Interests { items, sales, since: notes.ledger.outdated_before() }
    }

    fn goes_by_time(&self) -> bool {
        true
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        self.plan(situation, notes).unwrap_or_else(|end| end)
    }
}

impl Trading {
    /// The next action, or as an error whatever ends or stops the plan.
    fn plan(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Decision, Decision> {
        if situation.bank.is_none() {
            return Err(wait(situation, "Waiting until the bank is read".to_owned()));
        }
        let code = self.item(situation, notes)?;
        if let Some(setback) = situation.setbacks.about(&Subject::Trade(code.clone())) {
            let text = format!("The game refused an order for {code}: {}", setback.words);
            return Err(Decision::blocked(text, "Wait: it is tried again within the hour"));
        }
        let worth = prices::worth(situation, notes, &code);
        let (book, own) = self.readings(situation, &mut notes.ledger, &code)?;
        let others = Others::of(&book.what.offers, &own.orders, &situation.character.account, self.side);
        let prices = self.prices(&code, worth.as_ref(), &others)?;
        let means = Means { config: self, situation, code: &code };
        if self.paper {
            paper::look(means, &others, &prices, book, &mut notes.ledger);
        }
        let old = notes.ledger.old(situation.now, self.life(), prices.own);
        let desk = Desk { means, others, prices, own, ledger: &notes.ledger };
        let next = if self.paper { None } else { desk.act(old) };
        let decision = desk.explained(next.unwrap_or_else(|| desk.rest()));
        let price = desk.next_price();
        notes.ledger.deal_price = price;
        Ok(decision)
    }

    /// What is traded: what was asked for, or what there is most of.
    fn item(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<ItemCode, Decision> {
        if let Some(code) = &self.item {
            return Ok(code.clone());
        }
        let choice = notes.choose(
            Purpose::Target,
            "stock",
            |_| true,
            |_| {
                let most =
                    stock(situation).into_iter().max_by_key(|(code, held)| (*held, std::cmp::Reverse(*code)));
                most.map(|(code, _)| Choice::new(code.as_str(), 0.0, Vec::new())).ok_or_else(|| {
                    Decision::blocked(
                        "There is nothing to sell in bag and bank that may be traded",
                        "Bring something to sell, or name the `item`",
                    )
                })
            },
        )?;
        choice.target.parse().map_err(|_| Decision::blocked("Nothing was chosen to sell", "Name the `item`"))
    }

    /// The order book and the account's own orders, when both are new enough.
    fn readings<'a>(
        &self,
        situation: &Situation<'a>,
        ledger: &mut Ledger,
        code: &ItemCode,
    ) -> Result<(&'a Reading<Book>, &'a Own), Decision> {
        let now = situation.now;
        let wait = |text: String| wait(situation, text);
        ledger.look(now);
        let market = situation.view.market;
        let book = market.and_then(|market| market.books.get(code));
        let own = market.and_then(|market| market.own.as_ref());
        let (Some(book), Some(own)) = (book, own) else {
            return Err(wait(format!("Waiting until the order book of {code} is read")));
        };
        let oldest = book.at.min(own.at);
        if ledger.outdated_before().is_some_and(|since| oldest < since) {
            return Err(wait(format!("Waiting until the order book of {code} is read again after a change")));
        }
        if now.duration_since(oldest) > STALE {
            let minutes = now.duration_since(oldest).as_mins();
            let text =
                format!("The order book of {code} is {minutes} min old: waiting until it is read again");
            return Err(wait(text));
        }
        let own_orders = own.what.orders.iter();
        let kind = self.side.own();
        ledger.reconcile(own_orders.filter(|order| order.code == *code && order.kind == kind), now);
        if ledger.misses_orders() {
            let is_newer = ledger.outdated_before().is_none_or(|since| book.at >= since);
            let Some(sales) = book.what.sales.as_ref().filter(|_| is_newer) else {
                return Err(wait(format!("Waiting until it is read what was sold of {code}")));
            };
            ledger.settle(sales);
        }
        Ok((book, &own.what))
    }

    fn life(&self) -> SignedDuration {
        SignedDuration::from_mins(self.order_minutes.into())
    }
}

/// Nothing can be decided before something was read.
fn wait(situation: &Situation<'_>, text: String) -> Decision {
    let until = situation.now.checked_add(ASK_AGAIN).unwrap_or(Timestamp::MAX);
    Decision::Wait { until, why: Why::new(text) }
}

/// What could be sold of bag and bank: what is traded, and neither a tool nor money.
fn stock<'a>(situation: &'a Situation<'_>) -> Vec<(&'a ItemCode, u32)> {
    let bag = situation.character.inventory.items().map(|stack| (&stack.code, stack.quantity));
    let bank =
        situation.bank.into_iter().flat_map(|bank| bank.items.iter().map(|(code, held)| (code, *held)));
    let may_be_sold = |code: &ItemCode| {
        situation
            .data
            .items
            .get(code)
            .is_some_and(|item| item.tradeable && !item.is_tool() && item.kind != ItemType::Currency)
    };
    bag.chain(bank).filter(|(code, _)| may_be_sold(code)).collect()
}

/// `quantity` in the size of one order.
fn one_order(quantity: u32) -> u32 {
    quantity.min(MAX_QUANTITY)
}

#[cfg(test)]
mod tests;
