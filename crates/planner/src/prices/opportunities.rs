//! Where gold could be earned on the Grand Exchange as it stands: against merchants, between buyers and sellers, and by
//! making what is worth more than its ingredients.

use std::collections::BTreeMap;

use game::{
    GameData, ItemCode,
    exchange::{Offer, OrderKind},
};
use jiff::Timestamp;

use super::{Fair, FairBasis, Prices, Quote, fair, goods::Goods};

/// Making something is named from so many percent over its ingredients on: below that the work is not paid.
const LEAST_MARGIN_PERCENT: f64 = 10.0;

/// A way to earn gold.
#[derive(Debug, Clone, PartialEq)]
pub struct Opportunity {
    /// With which item.
    pub code: ItemCode,
    /// How.
    pub kind: OpportunityKind,
    /// Gold that a piece earns, on average.
    pub gold_each: f64,
    /// Pieces that this holds for.
    pub pieces: i64,
    /// What is to be done, for people.
    pub words: String,
}

/// How gold could be earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpportunityKind {
    /// Bought from sellers, sold to a merchant.
    ToMerchant,
    /// Bought from a merchant, sold to buyers.
    FromMerchant,
    /// Bought from sellers, sold to buyers.
    Between,
    /// Made of ingredients at their fair value, sold at its own; so many pieces as are sold in a day.
    Crafting,
}

impl Opportunity {
    /// Gold in all.
    #[must_use]
    pub fn gold(&self) -> f64 {
        self.gold_each * self.pieces as f64
    }
}

impl Prices {
    /// Every way to earn gold that is known, those that earn most first.
    #[must_use]
    pub fn opportunities(&self, data: &GameData, now: Timestamp) -> Vec<Opportunity> {
        let mut all: Vec<_> = self.goods.iter().flat_map(|(code, goods)| trades(code, goods, data)).collect();
        all.extend(crafts(&self.quotes(data, now), &fair::all(&self.goods, data, now), data));
        all.sort_by(|one, other| other.gold().total_cmp(&one.gold()).then_with(|| one.code.cmp(&other.code)));
        all
    }
}

/// What could be earned with the orders for an item.
fn trades(code: &ItemCode, goods: &Goods, data: &GameData) -> Vec<Opportunity> {
    let merchants = || fair::merchants(data, code);
    let asks = goods.best_first(OrderKind::Sell);
    let bids = goods.best_first(OrderKind::Buy);
    let pays =
        merchants().filter_map(|line| Some((line.sell_price?, &line.npc))).max_by_key(|(gold, _)| *gold);
    let sells =
        merchants().filter_map(|line| Some((line.buy_price?, &line.npc))).min_by_key(|(gold, _)| *gold);
    let to_merchant = pays.and_then(|(price, npc)| {
        let deals = asks.iter().map(|ask| (price - ask.price, i64::from(ask.quantity)));
        summed(deals, code, OpportunityKind::ToMerchant, |pieces| {
            format!("Buy {pieces} {code} from those who ask less than {price} gold, and sell them to {npc} for {price} each")
        })
    });
    let from_merchant = sells.and_then(|(price, npc)| {
        let deals = bids.iter().map(|bid| (bid.price - price, i64::from(bid.quantity)));
        summed(deals, code, OpportunityKind::FromMerchant, |pieces| {
            format!(
                "Buy {pieces} {code} from {npc} for {price} gold each, and sell them to those who offer more"
            )
        })
    });
    let between = summed(crossing(&asks, &bids).into_iter(), code, OpportunityKind::Between, |pieces| {
        format!("Buy {pieces} {code} from who asks least, and sell them to who offers more than that")
    });
    [to_merchant, from_merchant, between].into_iter().flatten().collect()
}

/// The deals that earn something, as one opportunity.
fn summed(
    deals: impl Iterator<Item = (i64, i64)>,
    code: &ItemCode,
    kind: OpportunityKind,
    words: impl Fn(i64) -> String,
) -> Option<Opportunity> {
    let gainful = deals.filter(|(gain, _)| *gain > 0);
    let (pieces, gold) =
        gainful.fold((0, 0), |(pieces, gold), (gain, more)| (pieces + more, gold + gain * more));
    (pieces > 0).then(|| Opportunity {
        code: code.clone(),
        kind,
        gold_each: gold as f64 / pieces as f64,
        pieces,
        words: words(pieces),
    })
}

/// What each pair of seller and buyer would bring, the cheapest with the most generous.
fn crossing(asks: &[&Offer], bids: &[&Offer]) -> Vec<(i64, i64)> {
    let mut asks = asks.iter().map(|order| (order.price, i64::from(order.quantity))).peekable();
    let mut bids = bids.iter().map(|order| (order.price, i64::from(order.quantity))).peekable();
    let mut deals = Vec::new();
    while let (Some((ask, offered)), Some((bid, wanted))) = (asks.peek_mut(), bids.peek_mut()) {
        let pieces = (*offered).min(*wanted);
        deals.push((*bid - *ask, pieces));
        *offered -= pieces;
        *wanted -= pieces;
        let (is_sold, is_served) = (*offered == 0, *wanted == 0);
        asks.next_if(|_| is_sold);
        bids.next_if(|_| is_served);
    }
    deals
}

/// What is worth more than its ingredients, and is sold.
fn crafts(
    quotes: &BTreeMap<ItemCode, Quote>,
    worth: &BTreeMap<ItemCode, Fair>,
    data: &GameData,
) -> Vec<Opportunity> {
    let made = quotes.iter().filter_map(|(code, quote)| {
        let Fair { gold, basis: FairBasis::Sales { .. } } = quote.fair.as_ref()? else { return None };
        let parts = fair::ingredients(data.items.get(code)?.craft.as_ref()?, worth)?;
        let gold_each = gold - parts;
        (quote.pieces_per_day > 0 && gold_each * 100.0 >= parts * LEAST_MARGIN_PERCENT).then(|| Opportunity {
            code: code.clone(),
            kind: OpportunityKind::Crafting,
            gold_each,
            pieces: quote.pieces_per_day,
            words: format!(
                "Make {code} and sell it for about {gold:.0} gold: its ingredients are worth {parts:.0} together, and {} \
                 were sold within a day",
                quote.pieces_per_day
            ),
        })
    });
    made.collect()
}

impl Goods {
    /// The orders of one side, the best for who deals with them first.
    fn best_first(&self, kind: OrderKind) -> Vec<&Offer> {
        let mut orders: Vec<_> = self.orders.values().filter(|order| order.kind == kind).collect();
        orders.sort_by_key(|order| match kind {
            OrderKind::Sell => order.price,
            OrderKind::Buy => -order.price,
        });
        orders
    }
}
