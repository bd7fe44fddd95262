//! The hours of an item: what is kept of its price for good, and drawn as a chart.

use std::collections::BTreeMap;

use game::{GameData, ItemCode, exchange::total_price};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Prices, goods::Goods};

/// Seconds of an hour.
const HOUR: i64 = 3600;

/// What an item went for in one hour. Orders are as they were at its end, or are now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PriceHour {
    /// Which item.
    pub code: ItemCode,
    /// When the hour began.
    pub hour: Timestamp,
    /// The most that somebody offered for a piece; nothing if nobody did, or nobody looked.
    pub bid: Option<i64>,
    /// The least that somebody asked for a piece; nothing if nobody did, or nobody looked.
    pub ask: Option<i64>,
    /// What a piece was worth, in gold; nothing if that was not known.
    pub fair: Option<f64>,
    /// Pieces that were sold.
    pub pieces: i64,
    /// Gold that was paid for them.
    pub gold: i64,
}

impl PriceHour {
    fn new(code: &ItemCode, hour: Timestamp) -> Self {
        Self { code: code.clone(), hour, bid: None, ask: None, fair: None, pieces: 0, gold: 0 }
    }

    /// Gold that was paid for a piece, on average.
    #[must_use]
    pub fn average(&self) -> Option<f64> {
        (self.pieces > 0).then(|| self.gold as f64 / self.pieces as f64)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (self.bid, self.ask, self.fair) == (other.bid, other.ask, other.fair)
    }
}

impl Prices {
    /// Brings the hours up to date and returns those that changed, to be kept: the present one with the orders as they are,
    /// and any in which sales have come to light. An hour that says the same as the one before it, without a sale, is left
    /// out.
    pub fn note_hours(&mut self, data: &GameData, now: Timestamp) -> Vec<PriceHour> {
        let present = hour_of(now);
        let mut quotes = self.quotes(data, now);
        let mut changed = Vec::new();
        for (code, goods) in &mut self.goods {
            let mut drafts = goods.traded(code);
            let draft = drafts.entry(present).or_insert_with(|| PriceHour::new(code, present));
            if let Some(quote) = quotes.remove(code) {
                draft.bid = quote.bid.map(|side| side.price);
                draft.ask = quote.ask.map(|side| side.price);
                draft.fair = quote.fair.map(|fair| fair.gold);
            }
            let fresh =
                drafts.into_values().filter(|draft| goods.is_news(draft, present)).collect::<Vec<_>>();
            goods.hours.extend(fresh.iter().map(|hour| (hour.hour, hour.clone())));
            changed.extend(fresh);
        }
        changed
    }
}

impl Goods {
    /// Each hour with what is known to have been sold in it: what was kept, or what the sales say if that is more.
    pub(super) fn traded(&self, code: &ItemCode) -> BTreeMap<Timestamp, PriceHour> {
        let mut hours: BTreeMap<Timestamp, PriceHour> = BTreeMap::new();
        for sale in self.sales.values() {
            let hour = hour_of(sale.sold_at);
            let traded = hours.entry(hour).or_insert_with(|| PriceHour::new(code, hour));
            traded.pieces += i64::from(sale.quantity);
            traded.gold += total_price(sale.quantity, sale.price);
        }
        for (hour, kept) in &self.hours {
            let traded = hours.entry(*hour).or_insert_with(|| kept.clone());
            (traded.bid, traded.ask, traded.fair) = (kept.bid, kept.ask, kept.fair);
            if kept.pieces > traded.pieces {
                (traded.pieces, traded.gold) = (kept.pieces, kept.gold);
            }
        }
        hours
    }

    fn is_news(&self, draft: &PriceHour, present: Timestamp) -> bool {
        match self.hours.get(&draft.hour) {
            Some(kept) => kept != draft,
            None if draft.hour < present || draft.pieces > 0 => true,
            None => self.hours.values().next_back().is_none_or(|last| !last.says_the_same(draft)),
        }
    }
}

/// When the hour began in which a moment lies.
pub(super) fn hour_of(at: Timestamp) -> Timestamp {
    let second = at.as_second().div_euclid(HOUR) * HOUR;
    Timestamp::from_second(second).unwrap_or(at)
}
