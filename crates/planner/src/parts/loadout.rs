//! What to wear against one monster, out of everything owned: the gear in which fights pay most.
//!
//! Fights are told by [`Duel`](crate::estimate::duel::Duel), which is quick and knows no effects; whoever fights lets the
//! simulator have the last word on the result. [`quick`] is good enough to compare monsters, [`best`] finds the best there
//! is. Utilities are left alone: they are used up, so wearing them is the player's decision.

mod judge;
mod search;
mod wardrobe;

use std::collections::BTreeMap;

use game::{
    Character, Inventory, ItemCode,
    character::{Equipped, Slot},
    data::{Item, ItemType, Monster},
    equipment::Bonus,
};

use crate::{parts::gear::Wish, situation::Situation};
use judge::Judge;
pub(crate) use wardrobe::Wardrobe;

/// Gear is changed for a gain of at least this share: no swapping to and fro between equals.
const MARGIN: f64 = 0.002;

/// What is worn in which slot.
pub(crate) type Loadout = BTreeMap<Slot, ItemCode>;

/// What the character wears, without utilities.
pub(crate) fn worn(character: &Character) -> Loadout {
    let slots = character.equipment.iter().filter(|(slot, _)| slot.item_type() != ItemType::Utility);
    slots.map(|(slot, equipped)| (*slot, equipped.code.clone())).collect()
}

/// The best for fighting `monster`; with hundreds of things to choose from, the best that is found in some tens of
/// milliseconds.
pub(crate) fn best(situation: &Situation<'_>, monster: &Monster) -> Loadout {
    let (wardrobe, mut judge) = (situation.wardrobe(), Judge::of(situation, monster));
    let (start, start_worth) = wardrobe.climb(&mut judge);
    let mut score = |numbers: &search::Numbers| judge.worth(numbers);
    let found = search::best(&wardrobe.groups, start, wardrobe.base, start_worth, &mut score);
    wardrobe.outfit(situation, &wardrobe.settled(found, &mut judge))
}

/// A good choice for fighting `monster`: what no change in a single place makes better.
pub(crate) fn quick(situation: &Situation<'_>, monster: &Monster) -> Loadout {
    let (wardrobe, mut judge) = (situation.wardrobe(), Judge::of(situation, monster));
    let (found, _) = wardrobe.climb(&mut judge);
    wardrobe.outfit(situation, &wardrobe.settled(found, &mut judge))
}

/// What fights against `monster` are worth in good gear, with one more item to choose from; greater is better, and
/// below 0 it cannot be beaten.
pub(crate) fn worth_with(situation: &Situation<'_>, monster: &Monster, extra: Option<&Item>) -> f64 {
    let mut judge = Judge::of(situation, monster);
    match extra {
        Some(item) => situation.wardrobe().with(item).climb(&mut judge).1,
        None => situation.wardrobe().climb(&mut judge).1,
    }
}

/// The character as it would be in full health and in this loadout.
pub(crate) fn dressed(situation: &Situation<'_>, loadout: &Loadout) -> Character {
    let character = &situation.character;
    // An empty bag makes copies cheap.
    let inventory = Inventory { slots: Vec::new(), ..character.inventory };
    let mut hero = Character { hp: character.max_hp, inventory, ..(**character).clone() };
    for (slot, code) in loadout {
        let new = Equipped { code: code.clone(), quantity: 1 };
        let old = hero.equipment.insert(*slot, new);
        if let Some(item) = old.and_then(|old| situation.data.items.get(&old.code)) {
            Bonus::of(item).take_off(&mut hero);
        }
        if let Some(item) = situation.data.items.get(code) {
            Bonus::of(item).put_on(&mut hero);
        }
        hero.hp = hero.max_hp;
    }
    hero
}

/// What of a loadout is not worn yet.
pub(crate) fn wishes(character: &Character, loadout: &Loadout) -> Vec<Wish> {
    loadout
        .iter()
        .filter(|(slot, code)| character.worn(**slot) != Some(*code))
        .map(|(slot, code)| Wish { code: code.clone(), slot: *slot })
        .collect()
}

/// Text that changes whenever another loadout may be possible: all owned things that can be worn, wherever they are.
pub(crate) fn fingerprint(situation: &Situation<'_>) -> String {
    let mut owned = wardrobe::spare(situation, true);
    for equipped in situation.character.equipment.values() {
        *owned.entry(&equipped.code).or_default() += 1;
    }
    owned.iter().map(|(code, count)| format!("{code} {},", count.min(&2))).collect()
}

#[cfg(test)]
mod tests;
