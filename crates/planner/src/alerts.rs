//! Rules by which a person is told of the Grand Exchange: what is to happen there, and whether it does.
//!
//! A rule about prices holds now, or it does not; one about orders of one's own is true of what was sold. That each thing is
//! told once only is up to whoever keeps the rules.

use std::collections::BTreeMap;

use game::{
    GameData, ItemCode,
    exchange::{MAX_PRICE, Offer, OrderKind, total_price},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::prices::{Opportunity, Prices, Quote};

/// Largest spread that a rule may wait for, in percent.
const WIDEST: f64 = 10_000.0;

/// What a person wants to be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlertRule {
    /// What is to happen.
    pub when: AlertWhen,
    /// With which item; for an opportunity or an order it may be left out, then any will do.
    pub item: Option<ItemCode>,
    /// Gold per piece, percent of what buyers offer for a spread, or gold in all for an opportunity. An order has none.
    pub limit: Option<f64>,
}

/// What may happen on the exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertWhen {
    /// Buyers offer more than the limit.
    BidAbove,
    /// Buyers offer less.
    BidBelow,
    /// Sellers ask more.
    AskAbove,
    /// Sellers ask less.
    AskBelow,
    /// The fair value is above it.
    FairAbove,
    /// The fair value is below it.
    FairBelow,
    /// Sellers ask so many percent more than buyers offer.
    SpreadAbove,
    /// So much gold could be earned.
    OpportunityAbove,
    /// Somebody deals with an order of one's own.
    OrderFilled,
}

/// What is wrong with a rule, by its field.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InvalidAlert {
    /// The rule needs an item.
    #[error("`item`: say which item, such as `copper_ore`")]
    NoItem,
    /// The season has no such item.
    #[error("`item`: there is no item `{0}`")]
    UnknownItem(ItemCode),
    /// It is not traded.
    #[error("`item`: {0} is not traded on the Grand Exchange")]
    NotTraded(ItemCode),
    /// The rule needs a limit.
    #[error("`limit`: say from how much on, as a number above 0 and up to {most}")]
    NoLimit {
        /// The largest there may be.
        most: f64,
    },
    /// It makes no sense as a limit.
    #[error("`limit`: it must be a number above 0 and up to {most}, not {limit}")]
    BadLimit {
        /// What was given.
        limit: f64,
        /// The largest there may be.
        most: f64,
    },
    /// The rule has no use for a limit.
    #[error("`limit`: leave it out, an order is filled or it is not")]
    NeedlessLimit,
}

impl AlertWhen {
    /// What happens, as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BidAbove => "bid_above",
            Self::BidBelow => "bid_below",
            Self::AskAbove => "ask_above",
            Self::AskBelow => "ask_below",
            Self::FairAbove => "fair_above",
            Self::FairBelow => "fair_below",
            Self::SpreadAbove => "spread_above",
            Self::OpportunityAbove => "opportunity_above",
            Self::OrderFilled => "order_filled",
        }
    }
}

impl AlertRule {
    /// Whether it makes sense in a season.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, data: &GameData) -> Result<(), InvalidAlert> {
        match &self.item {
            Some(code) => {
                let item = data.items.get(code).ok_or_else(|| InvalidAlert::UnknownItem(code.clone()))?;
                if !item.tradeable {
                    return Err(InvalidAlert::NotTraded(code.clone()));
                }
            }
            None if matches!(self.when, AlertWhen::OpportunityAbove | AlertWhen::OrderFilled) => {}
            None => return Err(InvalidAlert::NoItem),
        }
        let most = match self.when {
            AlertWhen::OrderFilled if self.limit.is_some() => return Err(InvalidAlert::NeedlessLimit),
            AlertWhen::OrderFilled => return Ok(()),
            AlertWhen::SpreadAbove => WIDEST,
            _ => MAX_PRICE as f64,
        };
        match self.limit {
            None => Err(InvalidAlert::NoLimit { most }),
            Some(limit) if limit > 0.0 && limit <= most => Ok(()),
            Some(limit) => Err(InvalidAlert::BadLimit { limit, most }),
        }
    }

    /// The rule as a sentence without its end: "Sellers ask less than 5 gold for Copper Ore".
    #[must_use]
    pub fn words(&self, data: &GameData) -> String {
        let item = self.item.as_ref().map(|code| name(data, code));
        let of = item.clone().unwrap_or_default();
        let limit = self.limit.unwrap_or_default();
        match self.when {
            AlertWhen::BidAbove => format!("Buyers offer more than {limit} gold for {of}"),
            AlertWhen::BidBelow => format!("Buyers offer less than {limit} gold for {of}"),
            AlertWhen::AskAbove => format!("Sellers ask more than {limit} gold for {of}"),
            AlertWhen::AskBelow => format!("Sellers ask less than {limit} gold for {of}"),
            AlertWhen::FairAbove => format!("{of} is worth more than {limit} gold"),
            AlertWhen::FairBelow => format!("{of} is worth less than {limit} gold"),
            AlertWhen::SpreadAbove => format!("Sellers ask {limit} % more for {of} than buyers offer"),
            AlertWhen::OpportunityAbove => match item {
                Some(of) => format!("More than {limit} gold can be earned with {of}"),
                None => format!("More than {limit} gold can be earned"),
            },
            AlertWhen::OrderFilled => match item {
                Some(of) => format!("An order of yours for {of} is filled"),
                None => "An order of yours is filled".to_owned(),
            },
        }
    }

    fn is_about(&self, code: &ItemCode) -> bool {
        self.item.as_ref().is_none_or(|item| item == code)
    }
}

/// The exchange at one moment, to hold rules against.
pub struct AlertScene<'a> {
    data: &'a GameData,
    quotes: BTreeMap<ItemCode, Quote>,
    opportunities: Vec<Opportunity>,
}

impl<'a> AlertScene<'a> {
    /// What is known now; nothing before the open orders were read, for until then nothing can be said of any.
    #[must_use]
    pub fn new(prices: &Prices, data: &'a GameData, now: Timestamp) -> Option<Self> {
        prices.swept_at()?;
        Some(Self { data, quotes: prices.quotes(data, now), opportunities: prices.opportunities(data, now) })
    }

    /// What a rule has to tell now, in a sentence without its end; nothing when it does not hold.
    #[must_use]
    pub fn told(&self, rule: &AlertRule) -> Option<String> {
        let limit = rule.limit?;
        if rule.when == AlertWhen::OpportunityAbove {
            let mut known = self.opportunities.iter();
            let found = known.find(|one| rule.is_about(&one.code) && one.gold() > limit)?;
            return Some(format!("{:.0} gold can be earned: {}", found.gold(), found.words));
        }
        let code = rule.item.as_ref()?;
        let (quote, name) = (self.quotes.get(code)?, name(self.data, code));
        let (bid, ask) = (quote.bid.map(|side| side.price as f64), quote.ask.map(|side| side.price as f64));
        let fair = quote.fair.as_ref().map(|fair| fair.gold);
        let above = |gold: Option<f64>| gold.filter(|gold| *gold > limit);
        let below = |gold: Option<f64>| gold.filter(|gold| *gold < limit);
        Some(match rule.when {
            AlertWhen::BidAbove => {
                format!("Buyers offer {} gold for {name}, more than {limit}", above(bid)?)
            }
            AlertWhen::BidBelow => {
                format!("Buyers offer {} gold for {name}, less than {limit}", below(bid)?)
            }
            AlertWhen::AskAbove => format!("Sellers ask {} gold for {name}, more than {limit}", above(ask)?),
            AlertWhen::AskBelow => format!("Sellers ask {} gold for {name}, less than {limit}", below(ask)?),
            AlertWhen::FairAbove => format!("{name} is worth {} gold, more than {limit}", above(fair)?),
            AlertWhen::FairBelow => format!("{name} is worth {} gold, less than {limit}", below(fair)?),
            AlertWhen::SpreadAbove => {
                let (bid, ask) = (bid?, ask?);
                let percent = above(Some((ask - bid) * 100.0 / bid))?;
                format!(
                    "Sellers ask {ask} gold for {name} and buyers offer {bid}: {percent:.0} % between them"
                )
            }
            AlertWhen::OpportunityAbove | AlertWhen::OrderFilled => return None,
        })
    }
}

impl AlertRule {
    /// What the rule has to tell of so many pieces that others have dealt in with an order of one's own, in a sentence
    /// without its end.
    #[must_use]
    pub fn told_of(&self, order: &Offer, pieces: u32, data: &GameData) -> Option<String> {
        if self.when != AlertWhen::OrderFilled || !self.is_about(&order.code) {
            return None;
        }
        let whose = order.account.as_ref().map_or("Somebody of yours", |account| account.as_str());
        let did = match order.kind {
            OrderKind::Sell => "sold",
            OrderKind::Buy => "bought",
        };
        let gold = total_price(pieces, order.price);
        Some(format!("{whose} has {did} {pieces} {} for {gold} gold", name(data, &order.code)))
    }
}

/// What people call an item.
fn name(data: &GameData, code: &ItemCode) -> String {
    data.items.get(code).map_or_else(|| code.to_string(), |item| item.name.clone())
}

#[cfg(test)]
mod tests;
