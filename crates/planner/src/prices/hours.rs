//! The hours of an item: what is kept of its price for good, and drawn as a chart.

use std::{collections::BTreeMap, sync::Arc};

use game::{
    GameData, ItemCode,
    exchange::{PriceHour, total_price},
};
use jiff::Timestamp;

use super::{Prices, goods::Goods};

/// Seconds of an hour.
const HOUR: i64 = 3600;

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
            if fresh.is_empty() {
                continue;
            }
            let hours = &mut Arc::make_mut(goods).hours;
            hours.extend(fresh.iter().map(|hour| (hour.hour, hour.clone())));
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
            None => self.hours.values().next_back().is_none_or(|last| !say_the_same(last, draft)),
        }
    }
}

fn say_the_same(one: &PriceHour, other: &PriceHour) -> bool {
    (one.bid, one.ask, one.fair) == (other.bid, other.ask, other.fair)
}

/// When the hour began in which a moment lies.
pub(super) fn hour_of(at: Timestamp) -> Timestamp {
    let second = at.as_second().div_euclid(HOUR) * HOUR;
    Timestamp::from_second(second).unwrap_or(at)
}
