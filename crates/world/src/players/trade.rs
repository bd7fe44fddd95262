//! What a player lives by, and how it comes to that.

use game::{
    ItemCode, MonsterCode, ResourceCode,
    data::{Craft, Drop, Item},
    fight,
};
use rand::{Rng, RngExt, seq::IteratorRandom};
use serde::{Deserialize, Serialize};

use super::view::View;

/// Crafts that a maker buys ingredients for at once.
pub(super) const BATCH: u32 = 3;
/// Fights that must be won on trial before a monster is somebody's living.
const TRIALS: u32 = 8;
/// Trades that somebody thinks about.
const THOUGHTS: u32 = 4;
/// What is so far below one's own level teaches nothing.
const LEVELS_BELOW: u32 = 10;

/// What it promises that somebody asks for the goods.
const ASKED: i64 = 60;
/// What it takes away that there is plenty of them.
const PLENTY: i64 = 120;
/// What each ingredient adds that is offered, or takes away that is not.
const PART: i64 = 25;

/// What a player lives by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Trade {
    /// Gathers at a resource, and sells.
    Gatherer(ResourceCode),
    /// Buys ingredients, crafts an item, and sells.
    Maker(ItemCode),
    /// Fights a monster, and sells what it drops.
    Hunter(MonsterCode),
}

/// What a player is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Errand {
    /// Its trade.
    Work,
    /// Buying and selling.
    Exchange,
    /// Fetching what was paid for its orders.
    Bank,
}

/// A trade that a player can follow; of some that come to mind, the one that promises most just now. `None` when there
/// is nothing it could do.
pub(super) fn choose(view: &View<'_>, dice: &mut impl Rng) -> Option<Trade> {
    let thought: Vec<_> = (0..THOUGHTS).filter_map(|_| think_of_one(view, dice)).collect();
    thought.into_iter().max_by_key(|trade| promise(view, trade))
}

fn think_of_one(view: &View<'_>, dice: &mut impl Rng) -> Option<Trade> {
    let gatherer = |dice: &mut _| {
        let resources = view.guide.resources(view.data).filter(|resource| {
            let own = view.who.skill_level(resource.skill);
            (resource.level..=resource.level + LEVELS_BELOW).contains(&own)
        });
        resources.choose(dice).map(|resource| Trade::Gatherer(resource.code.clone()))
    };
    let maker = |dice: &mut _| {
        let items = view.data.items.values().filter(|item| can_make(view, item));
        items.choose(dice).map(|item| Trade::Maker(item.code.clone()))
    };
    let hunter = |dice: &mut _| {
        let monsters = view.guide.monsters(view.data).filter(|monster| {
            let own = view.who.combat.level;
            (monster.level..=monster.level + LEVELS_BELOW).contains(&own)
        });
        let monster = monsters.choose(dice)?;
        let healthy = game::Character { hp: view.who.max_hp, ..view.who.clone() };
        let odds = fight::odds(&healthy, monster, view.data, TRIALS, 0);
        (odds.win_rate >= 1.0).then(|| Trade::Hunter(monster.code.clone()))
    };
    match dice.random_range(0..10) {
        0..4 => gatherer(dice).or_else(|| hunter(dice)),
        4..7 => maker(dice).or_else(|| gatherer(dice)),
        _ => hunter(dice).or_else(|| gatherer(dice)),
    }
}

/// Whether somebody can live by making an item: it has the skill, can buy the ingredients, and can sell the result.
fn can_make(view: &View<'_>, item: &Item) -> bool {
    let Some(craft) = &item.craft else { return false };
    let cost = |craft: &Craft| -> Option<i64> {
        craft.items.iter().map(|part| Some(view.price(&part.code)? * i64::from(part.quantity * BATCH))).sum()
    };
    item.tradeable
        && view.who.skill_level(craft.skill) >= craft.level
        && view.guide.workshop(craft.skill).is_some()
        && craft.items.iter().all(|part| view.data.items.get(&part.code).is_some_and(|part| part.tradeable))
        && cost(craft).is_some_and(|cost| cost <= view.who.gold)
}

/// What a trade promises, in percent of what its goods cost to make: less when there is plenty of them, more when what
/// they are made of can be had.
fn promise(view: &View<'_>, trade: &Trade) -> i64 {
    let main = |drops: &[Drop]| drops.iter().min_by_key(|drop| drop.rate).map(|drop| drop.code.clone());
    let goods = match trade {
        Trade::Gatherer(code) => view.data.resources.get(code).and_then(|known| main(&known.drops)),
        Trade::Hunter(code) => view.data.monsters.get(code).and_then(|known| main(&known.drops)),
        Trade::Maker(code) => Some(code.clone()),
    };
    let Some(goods) = goods else { return 0 };
    let parts = match trade {
        Trade::Maker(code) => {
            view.data.items.get(code).and_then(|item| item.craft.as_ref()).map(|craft| &craft.items)
        }
        _ => None,
    };
    let at_hand = parts.into_iter().flatten().filter(|part| view.cheapest(&part.code).is_some()).count();
    let missing = parts.map_or(0, Vec::len) - at_hand;
    let asked = if view.best_bid(&goods).is_some() { ASKED } else { 0 };
    let plenty = if view.is_plentiful(&goods) { PLENTY } else { 0 };
    view.heat(&goods).unwrap_or(0) + asked - plenty + PART * (count(at_hand) - count(missing))
}

fn count(parts: usize) -> i64 {
    i64::try_from(parts).unwrap_or(i64::MAX)
}
