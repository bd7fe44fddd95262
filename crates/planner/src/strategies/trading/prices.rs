//! What a piece may cost: the player's limits, what it costs otherwise, and what others ask and bid.

use game::{
    AccountName, ItemCode,
    data::Currency,
    exchange::{MAX_PRICE, MAX_QUANTITY, Offer, OrderKind},
};
use serde::{Deserialize, Serialize};

use super::{Pricing, Side, Trading};
use crate::{
    decision::Decision,
    notes::Notes,
    parts::produce,
    situation::Situation,
    supply::{self, SECONDS_PER_GOLD, Terms, Way},
};

/// What a piece costs when it does not come from the exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Worth {
    /// Gold per piece.
    pub(super) gold: i64,
    /// Where from.
    pub(super) words: String,
}

/// The orders of others.
pub(super) struct Others<'a> {
    /// Those that can be dealt with, the best first.
    pub(super) counter: Vec<&'a Offer>,
    /// Those on the same side, the best first.
    pub(super) rivals: Vec<&'a Offer>,
}

/// Gold per piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prices {
    /// The worst that is accepted of others.
    pub(super) limit: i64,
    /// That of its own orders.
    pub(super) own: i64,
    /// What the limit comes from.
    pub(super) words: String,
}

/// What a piece costs otherwise: at a merchant's, or in the time that getting it takes this character. It is worth no less
/// than a merchant pays for it. Nothing when it cannot be had otherwise.
pub(super) fn worth(situation: &Situation<'_>, notes: &mut Notes, code: &ItemCode) -> Option<Worth> {
    let key = format!("{code} {}", produce::key(situation));
    if let Some((known, worth)) = &notes.ledger.worth
        && *known == key
    {
        return worth.clone();
    }
    let lines = || situation.data.npc_items.values().filter(|line| line.code == *code);
    let in_gold = |line: &&game::data::NpcItem| line.currency == Currency::Gold;
    let bought = lines()
        .filter(in_gold)
        .filter_map(|line| Some(Worth { gold: line.buy_price?, words: format!("{} sells it", line.npc) }));
    let pays = lines()
        .filter(in_gold)
        .filter_map(|line| Some(Worth { gold: line.sell_price?, words: format!("{} pays it", line.npc) }));
    let costs = bought.chain(work(situation, notes, code)).min_by_key(|worth| worth.gold);
    let worth = costs.into_iter().chain(pays).max_by_key(|worth| worth.gold);
    notes.ledger.worth = Some((key, worth.clone()));
    worth
}

/// What the time is worth in which a piece is got.
fn work(situation: &Situation<'_>, notes: &mut Notes, code: &ItemCode) -> Option<Worth> {
    let ways = Way::ALL.into_iter().filter(|way| *way != Way::Bank).collect();
    let terms = Terms { ways, ..Terms::default() };
    // What is carried does not count: it is what all others would cost.
    let quantity = situation.character.inventory.count(code) + MAX_QUANTITY;
    let supply = supply::need(situation, &terms, code, quantity, notes.rehearsals()).ok()?;
    let seconds = supply.seconds / f64::from(MAX_QUANTITY);
    #[expect(clippy::cast_possible_truncation, reason = "it is clamped to whole gold before")]
    let gold = (seconds / SECONDS_PER_GOLD).ceil().clamp(1.0, MAX_PRICE as f64) as i64;
    Some(Worth {
        gold,
        words: format!("getting it takes {seconds:.0} s a piece, {SECONDS_PER_GOLD:.0} s a gold"),
    })
}

impl<'a> Others<'a> {
    pub(super) fn of(book: &'a [Offer], own: &[Offer], account: &AccountName, side: Side) -> Self {
        let of_others = |kind: OrderKind| {
            let is_own = |offer: &Offer| {
                offer.account.as_ref() == Some(account) || own.iter().any(|order| order.id == offer.id)
            };
            let mut offers: Vec<_> =
                book.iter().filter(|offer| offer.kind == kind && !is_own(offer)).collect();
            offers.sort_by_key(|offer| match kind {
                OrderKind::Sell => offer.price,
                OrderKind::Buy => -offer.price,
            });
            offers
        };
        Self { counter: of_others(side.others()), rivals: of_others(side.own()) }
    }
}

impl Trading {
    /// The prices at which it trades now.
    pub(super) fn prices(
        &self,
        code: &ItemCode,
        worth: Option<&Worth>,
        others: &Others<'_>,
    ) -> Result<Prices, Decision> {
        let rival = others.rivals.first().map(|offer| offer.price);
        match self.side {
            Side::Sell => {
                let cost = worth.filter(|_| !self.below_cost);
                if cost.is_none() && self.min_price.is_none() && !self.below_cost {
                    let text = format!(
                        "Nobody knows what {code} costs otherwise, so no price is safe to sell it for"
                    );
                    return Err(Decision::blocked(text, "Say `min_price`, or allow `below_cost`"));
                }
                let wanted = self.min_price.map(|gold| Worth { gold, words: "`min_price`".to_owned() });
                let least = wanted.into_iter().chain(cost.cloned()).max_by_key(|worth| worth.gold);
                let least = least.unwrap_or(Worth { gold: 1, words: "`below_cost` allows it".to_owned() });
                let with_tax = self.with_tax(least.gold);
                let most = self.max_price.unwrap_or(MAX_PRICE).max(with_tax);
                let alone = self.max_price.unwrap_or(with_tax);
                let own = match (self.pricing, rival) {
                    (Pricing::Undercut, Some(rival)) => rival - self.undercut_by,
                    (Pricing::Match, Some(rival)) => rival,
                    _ => alone,
                };
                Ok(Prices { limit: least.gold, own: own.clamp(with_tax, most), words: least.words })
            }
            Side::Buy => {
                let wanted = self.max_price.map(|gold| Worth { gold, words: "`max_price`".to_owned() });
                let Some(most) = wanted.or_else(|| worth.cloned()) else {
                    let text = format!(
                        "Nobody knows what {code} costs otherwise, so no price is safe to buy it for"
                    );
                    return Err(Decision::blocked(text, "Say `max_price`"));
                };
                let least = self.min_price.unwrap_or(1).min(most.gold);
                let alone = self.min_price.unwrap_or(most.gold);
                let own = match (self.pricing, rival) {
                    (Pricing::Undercut, Some(rival)) => rival.saturating_add(self.undercut_by),
                    (Pricing::Match, Some(rival)) => rival,
                    _ => alone,
                };
                Ok(Prices { limit: most.gold, own: own.clamp(least, most.gold), words: most.words })
            }
        }
    }

    /// The least price of an own sell order that leaves so much gold of a piece.
    fn with_tax(&self, gold: i64) -> i64 {
        let left = 100 - i64::from(self.listing_tax);
        (gold.saturating_mul(100).saturating_add(left - 1) / left).min(MAX_PRICE)
    }

    /// Whether another's order is within the limit.
    pub(super) fn accepts(&self, offer: &Offer, prices: &Prices) -> bool {
        match self.side {
            Side::Sell => offer.price >= prices.limit,
            Side::Buy => offer.price <= prices.limit,
        }
    }
}
