//! What an observer with few requests finds out about an economy of other players in a day of the world's time.

use std::{collections::BTreeMap, sync::Arc};

use game::{
    GameData, ItemCode,
    exchange::{Offer, Sale},
};
use jiff::{SignedDuration, Timestamp};
use planner::{PriceRead, Prices};
use world::{News, Rules, World};

use crate::stage::season;

/// Entries of a page.
const PAGE: usize = 100;
/// Requests in an hour: what five characters leave to whoever watches the exchange.
const READS: u32 = 4;

/// Economies that are watched, each from dice of its own.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=3;

/// Somebody who watches the exchange of a world.
struct Observer {
    prices: Prices,
    /// Whether it hears of each order and each sale.
    is_told: bool,
    /// Requests that it may make.
    credit: u32,
}

impl Observer {
    fn hear(&mut self, news: Vec<News>) {
        for piece in news {
            match piece {
                News::OrderPlaced(order) => self.prices.order_placed(Offer::from(order)),
                News::OrderCancelled(order) => self.prices.order_cancelled(&order.code, &order.id),
                News::OrderTaken { sale, .. } => self.prices.sold(sale),
                _ => {}
            }
        }
    }

    /// Reads what is due, as long as there are requests left.
    fn read(&mut self, world: &World, now: Timestamp) {
        let next = |observer: &Self| observer.prices.next_read(observer.is_told, now);
        while let Some(read) = next(self).filter(|read| read.requests() <= self.credit) {
            match read {
                PriceRead::Sweep(_) => {
                    let orders: Vec<_> = world.exchange().orders().cloned().map(Offer::from).collect();
                    let pages = u32::try_from(orders.len().div_ceil(PAGE)).unwrap().max(1);
                    self.credit = self.credit.saturating_sub(pages);
                    self.prices.begin_sweep();
                    self.prices.swept(now, orders, pages);
                }
                PriceRead::Sales(code) => {
                    self.credit -= 1;
                    let sales = world.exchange().sales(now).filter(|sale| sale.code == code);
                    let page: Vec<Sale> = sales.take(PAGE).cloned().collect();
                    self.prices.sales_read(&code, page);
                }
            }
        }
    }

    /// Of these items, those whose fair value is far from what players reckon they cost to make.
    fn astray(&self, items: &[ItemCode], world: &World, now: Timestamp) -> Vec<String> {
        let mut quotes = self.prices.quotes(world.data(), now);
        let far = items.iter().filter_map(|code| {
            let cost = world.cost_to_make(code)? as f64 / 1000.0;
            let fair = quotes.remove(code).and_then(|quote| quote.fair);
            let off = fair.as_ref().map_or(f64::INFINITY, |fair| (fair.gold - cost).abs());
            (off > 0.15 * cost).then(|| format!("{code}: {fair:?}, and it costs {cost}"))
        });
        far.collect()
    }
}

/// The 50 items of which most was sold since `opening`.
fn most_traded(world: &World, opening: Timestamp, now: Timestamp) -> Vec<ItemCode> {
    let mut pieces: BTreeMap<ItemCode, u32> = BTreeMap::new();
    for sale in world.exchange().sales(now).filter(|sale| sale.sold_at > opening) {
        *pieces.entry(sale.code.clone()).or_default() += sale.quantity;
    }
    let mut most: Vec<_> = pieces.into_iter().collect();
    most.sort_by_key(|(_, pieces)| std::cmp::Reverse(*pieces));
    most.into_iter().take(50).map(|(code, _)| code).collect()
}

#[test]
fn after_a_day_the_most_traded_items_are_valued_at_what_they_cost_to_make() {
    let Some(data) = season() else { return };
    let (mut told, mut read) = (Vec::new(), Vec::new());
    for seed in SEEDS {
        let (by_member, by_reader) = astray_after_a_day(&data, seed);
        told.extend(by_member);
        read.extend(by_reader);
    }
    // Of 150. Prices are in whole gold: that of an item which costs two and a half cannot be nearer.
    assert!(told.len() <= 5, "who is told of all trade: {told:#?}");
    assert!(read.len() <= 15, "who reads now and then: {read:#?}");
}

/// The items that are valued wrongly by who is told of all trade, and by who reads now and then.
fn astray_after_a_day(data: &Arc<GameData>, seed: u64) -> (Vec<String>, Vec<String>) {
    let opening: Timestamp = "2026-08-01T00:00:00Z".parse().unwrap();
    let mut world = World::new(Arc::clone(data), Rules { tells_news: true, ..Rules::default() }, seed);
    world.set_players(40, opening);
    let observer = |is_told| Observer { prices: Prices::default(), is_told, credit: 0 };
    let (mut member, mut reader) = (observer(true), observer(false));
    let mut now = opening;
    for _ in 0..24 {
        now += SignedDuration::from_hours(1);
        let news = world.news(now);
        member.hear(news);
        for observer in [&mut member, &mut reader] {
            observer.credit += READS;
            observer.read(&world, now);
        }
    }
    let items = most_traded(&world, opening, now);
    assert_eq!(items.len(), 50);
    let [told, read] = [&member, &reader].map(|observer| observer.astray(&items, &world, now));
    (told, read)
}
