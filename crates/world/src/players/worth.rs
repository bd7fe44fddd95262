//! What items cost to make, in gold: the time that it takes the unaided, at a wage that rises with the level asked for.
//!
//! Merchants set limits: nothing is worth more than they ask, or less than they pay.

use std::collections::BTreeMap;

use game::{
    GameData, ItemCode, cooldown,
    data::{Currency, Drop, NpcItem},
};

/// Worth is reckoned in thousandths of a gold piece.
pub(super) const MILLI: i64 = 1_000;
/// Recipes are at most so deep.
const DEEPEST: usize = 8;

/// What each item is worth, in thousandths; what nobody can come by is not there. `is_near` says whether somebody who
/// walks can get to a content with this code.
pub(super) fn table(data: &GameData, is_near: impl Fn(&str) -> bool) -> BTreeMap<ItemCode, i64> {
    let mut table = BTreeMap::new();
    for resource in data.resources.values().filter(|resource| is_near(resource.code.as_str())) {
        let seconds = i64::from(cooldown::gathering(resource.level, 0)) + 4;
        add_drops(&mut table, &resource.drops, seconds * wage(resource.level));
    }
    for monster in data.monsters.values().filter(|monster| is_near(monster.code.as_str())) {
        // A fight, and the rest after some of them.
        let seconds = 25 + 2 * i64::from(monster.level);
        let earned = (monster.min_gold + monster.max_gold) / 2 * MILLI;
        add_drops(&mut table, &monster.drops, (seconds * wage(monster.level) - earned).max(MILLI));
    }
    let merchants: Vec<_> = data
        .npc_items
        .values()
        .filter(|line| line.currency == Currency::Gold && is_near(line.npc.as_str()))
        .collect();
    limit(&mut table, &merchants);
    for _ in 0..DEEPEST {
        add_crafts(&mut table, data);
        limit(&mut table, &merchants);
    }
    table
}

/// Thousandths of a gold piece for a second of work on something of this level: 4 gold a minute at first, 25 at 50.
fn wage(level: u32) -> i64 {
    60 + 7 * i64::from(level)
}

/// What drops costs the work until it does; of several ways to come by it, the cheapest counts.
fn add_drops(table: &mut BTreeMap<ItemCode, i64>, drops: &[Drop], cost: i64) {
    for drop in drops {
        let pieces = i64::from(drop.min_quantity) + i64::from(drop.max_quantity);
        let worth = cost.saturating_mul(2 * i64::from(drop.rate)) / pieces.max(1);
        lower(table, &drop.code, worth);
    }
}

/// What is crafted costs its ingredients and the work.
fn add_crafts(table: &mut BTreeMap<ItemCode, i64>, data: &GameData) {
    for item in data.items.values() {
        let Some(craft) = &item.craft else { continue };
        let parts = craft.items.iter().map(|part| Some(table.get(&part.code)? * i64::from(part.quantity)));
        if let Some(parts) = parts.sum::<Option<i64>>() {
            let work = i64::from(cooldown::crafting(1)) * wage(craft.level);
            lower(table, &item.code, (parts + work) / i64::from(craft.quantity.max(1)));
        }
    }
}

fn lower(table: &mut BTreeMap<ItemCode, i64>, code: &ItemCode, worth: i64) {
    let known = table.entry(code.clone()).or_insert(worth);
    *known = (*known).min(worth).max(1);
}

fn limit(table: &mut BTreeMap<ItemCode, i64>, merchants: &[&NpcItem]) {
    for line in merchants {
        if let Some(worth) = table.get_mut(&line.code) {
            let most = line.buy_price.map_or(i64::MAX, |price| price * MILLI);
            let least = line.sell_price.map_or(1, |price| price * MILLI);
            *worth = (*worth).min(most).max(least);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{code, season};

    fn worth(item: &str) -> Option<i64> {
        table(&season(), |_| true).get(&code(item)).copied()
    }

    #[test]
    fn what_is_crafted_is_worth_more_than_what_it_is_made_of() {
        let data = season();
        let table = table(&data, |_| true);
        let crafted = data.items.values().filter_map(|item| Some((item, item.craft.as_ref()?)));
        for (item, craft) in crafted.filter(|(item, _)| table.contains_key(&item.code)) {
            let parts: i64 =
                craft.items.iter().map(|part| table[&part.code] * i64::from(part.quantity)).sum();
            assert!(table[&item.code] * i64::from(craft.quantity) > parts, "{}", item.code);
        }
    }

    #[test]
    fn what_is_gathered_is_worth_the_work() {
        // 31 seconds and a short walk, at 67 thousandths a second.
        assert_eq!(worth("copper_ore"), Some(35 * 67));
    }

    #[test]
    fn what_nobody_can_come_by_has_no_worth() {
        assert_eq!(table(&season(), |_| false), BTreeMap::new());
    }
}
