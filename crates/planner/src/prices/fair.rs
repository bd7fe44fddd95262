//! What a piece is worth: what it was sold for lately, and where nobody has sold any, what orders or ingredients say.
//!
//! No single order or sale decides. A price that lies beyond half or twice the middle of all is left out; offers of one
//! account alone say nothing. Merchants set limits: nothing is worth less than they pay, or more than they ask.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use game::{
    GameData, ItemCode,
    data::{ContentType, Craft, Currency, NpcItem},
    exchange::OrderKind,
};
use jiff::Timestamp;

use super::{WEEK, goods::Goods, hours::hour_of};

/// After so many hours a sale counts half.
const HALF_LIFE_HOURS: f64 = 24.0;
/// Prices of which one is more than so many times the other agree on nothing.
const FARTHEST: f64 = 2.0;
/// Recipes are at most so deep.
const DEEPEST: usize = 8;

/// What a piece is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Fair {
    /// Gold per piece; a part of one counts where prices are low.
    pub gold: f64,
    /// What that was reckoned from.
    pub basis: FairBasis,
}

/// What a fair value was reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FairBasis {
    /// So many pieces that were sold within the last seven days.
    Sales {
        /// How many pieces.
        pieces: i64,
    },
    /// The best orders, which several accounts agree on; nobody is known to have sold any.
    Orders,
    /// What its ingredients are worth together; nobody is known to have sold any.
    Ingredients,
}

/// A price, and how much it says.
type Evidence = (f64, f64);

/// What every item is worth that something is known of, and what can be made of those.
pub(super) fn all(
    goods: &BTreeMap<ItemCode, Arc<Goods>>,
    data: &GameData,
    now: Timestamp,
) -> BTreeMap<ItemCode, Fair> {
    let traded = goods.iter().filter_map(|(code, goods)| {
        let fair = from_sales(goods, code, now).or_else(|| from_orders(goods))?;
        Some((code.clone(), within_limits(fair, data, code)))
    });
    let mut worth: BTreeMap<_, _> = traded.collect();
    for _ in 0..DEEPEST {
        let crafted = data.items.values().filter(|item| item.tradeable && !worth.contains_key(&item.code));
        let made = crafted.filter_map(|item| {
            let gold = ingredients(item.craft.as_ref()?, &worth)?;
            let fair = Fair { gold: cents(gold), basis: FairBasis::Ingredients };
            Some((item.code.clone(), within_limits(fair, data, &item.code)))
        });
        let made: Vec<_> = made.collect();
        if made.is_empty() {
            break;
        }
        worth.extend(made);
    }
    worth
}

/// What the ingredients of a piece are worth together, if that of each is known.
pub(super) fn ingredients(craft: &Craft, worth: &BTreeMap<ItemCode, Fair>) -> Option<f64> {
    let parts = craft.items.iter().map(|part| Some(worth.get(&part.code)?.gold * f64::from(part.quantity)));
    Some(parts.sum::<Option<f64>>()? / f64::from(craft.quantity.max(1)))
}

/// The lines of merchants who trade an item for gold and are always there.
pub(super) fn merchants<'a>(data: &'a GameData, code: &'a ItemCode) -> impl Iterator<Item = &'a NpcItem> {
    let lines = data.npc_items.values().filter(move |line| line.code == *code);
    lines.filter(|line| {
        let mut tiles = data.maps.with_content(&ContentType::Npc, line.npc.as_str());
        line.currency == Currency::Gold && tiles.next().is_some()
    })
}

fn within_limits(fair: Fair, data: &GameData, code: &ItemCode) -> Fair {
    let lines = || merchants(data, code);
    let most = lines().filter_map(|line| line.buy_price).min().map_or(f64::MAX, |gold| gold as f64);
    let least = lines().filter_map(|line| line.sell_price).max().map_or(0.0, |gold| gold as f64);
    Fair { gold: fair.gold.min(most).max(least), ..fair }
}

fn from_sales(goods: &Goods, code: &ItemCode, now: Timestamp) -> Option<Fair> {
    let evidence = goods.evidence(code, now);
    let middle = middle(evidence.clone())?;
    let sound = evidence.iter().filter(|(price, _)| (middle / 2.0..=middle * 2.0).contains(price));
    let (sum, weights) =
        sound.fold((0.0, 0.0), |(sum, all), (price, weight)| (sum + price * weight, all + weight));
    let pieces = goods.traded(code).values().map(|hour| hour.pieces).sum();
    Some(Fair { gold: cents(sum / weights), basis: FairBasis::Sales { pieces } })
}

/// Where both sides are there, the middle between them; where only one is, its best, if not all of it is one account's.
fn from_orders(goods: &Goods) -> Option<Fair> {
    let best = |kind| goods.side(kind).map(|side| side.price as f64);
    let gold = match (best(OrderKind::Buy), best(OrderKind::Sell)) {
        (Some(bid), Some(ask)) => (ask <= bid * FARTHEST).then(|| f64::midpoint(bid, ask)),
        (Some(bid), None) => Some(bid).filter(|_| goods.agree(OrderKind::Buy)),
        (None, Some(ask)) => Some(ask).filter(|_| goods.agree(OrderKind::Sell)),
        (None, None) => None,
    };
    gold.map(|gold| Fair { gold: cents(gold), basis: FairBasis::Orders })
}

impl Goods {
    /// Whether several accounts name prices on one side that are not far from its best.
    fn agree(&self, kind: OrderKind) -> bool {
        let Some(best) = self.side(kind) else { return false };
        let near = self.orders.values().filter(|order| {
            let [low, high] =
                [order.price.min(best.price), order.price.max(best.price)].map(|price| price as f64);
            order.kind == kind && high <= low * FARTHEST
        });
        near.filter_map(|order| order.account.as_ref()).collect::<BTreeSet<_>>().len() > 1
    }

    /// What was paid, each price with its weight: more for more pieces, but no single sale decides, and less for what was
    /// long ago. Of an hour whose sales are not known one by one, its average.
    fn evidence(&self, code: &ItemCode, now: Timestamp) -> Vec<Evidence> {
        let weight = move |pieces: f64, at: Timestamp| {
            let hours = now.duration_since(at).as_secs_f64().max(0.0) / 3600.0;
            pieces.sqrt() * 0.5_f64.powf(hours / HALF_LIFE_HOURS)
        };
        let mut one_by_one: BTreeMap<_, i64> = BTreeMap::new();
        for sale in self.sales.values() {
            *one_by_one.entry(hour_of(sale.sold_at)).or_default() += i64::from(sale.quantity);
        }
        let hours = self.traded(code).into_values().filter(|hour| now.duration_since(hour.hour) <= WEEK);
        let whole: BTreeMap<_, _> = hours
            .filter(|hour| one_by_one.get(&hour.hour) != Some(&hour.pieces))
            .map(|hour| (hour.hour, hour))
            .collect();
        let single = self.sales.values().filter(|sale| !whole.contains_key(&hour_of(sale.sold_at)));
        let single = single.map(|sale| (sale.price as f64, weight(f64::from(sale.quantity), sale.sold_at)));
        let averages =
            whole.values().filter_map(|hour| Some((hour.average()?, weight(hour.pieces as f64, hour.hour))));
        single.chain(averages).collect()
    }
}

/// The price that half of the evidence lies below.
fn middle(mut evidence: Vec<Evidence>) -> Option<f64> {
    evidence.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let half = evidence.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut below = 0.0;
    evidence.into_iter().find_map(|(price, weight)| {
        below += weight;
        (below >= half).then_some(price)
    })
}

/// To a hundredth of a gold piece.
fn cents(gold: f64) -> f64 {
    (gold * 100.0).round() / 100.0
}
