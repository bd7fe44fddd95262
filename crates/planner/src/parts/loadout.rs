//! What to wear against one monster, out of everything owned: the gear in which fights bring most of what is aimed at.
//!
//! Thousands of outfits are told apart by [`Duel`](crate::estimate::duel::Duel), which is quick and knows of effects only
//! what the simulator has taught it. [`quick`] is good enough to compare monsters. For [`best`], the simulator has the
//! word: the most promising outfits race against each other in it, with whatever their runes do. Potions are used up, so
//! they are chosen apart ([`with_potions`]).

mod judge;
mod race;
mod search;
mod wardrobe;

use std::collections::BTreeMap;

use game::{
    Character, Inventory, ItemCode,
    character::{Equipped, Slot},
    data::{Item, ItemType, Monster},
    equipment::{Bonus, MAX_UTILITIES},
    fight::Odds,
};

use crate::{
    estimate::Aim,
    parts::{gear::Wish, potions},
    situation::Situation,
};
use judge::Judge;
pub(crate) use judge::{Lessons, lesson};
pub(crate) use race::Rank;
use wardrobe::Chosen;
pub(crate) use wardrobe::Wardrobe;

/// So many of the most promising outfits race.
const RACERS: usize = 32;
/// So many times at most the winner races against all that differ from it in one place.
const RACES: usize = 3;
/// Gear is changed for a gain of at least this share: no swapping to and fro between equals.
const MARGIN: f64 = 0.002;

/// What is worn in which slot.
pub(crate) type Loadout = BTreeMap<Slot, ItemCode>;

/// What the character wears, without utilities.
pub(crate) fn worn(character: &Character) -> Loadout {
    let slots = character.equipment.iter().filter(|(slot, _)| slot.item_type() != ItemType::Utility);
    slots.map(|(slot, equipped)| (*slot, equipped.code.clone())).collect()
}

/// The best for fighting `monster` beside `others`, by `rank` of what the simulator tells about a hero. With hundreds of
/// things to choose from, the best that is found in some tens of milliseconds.
pub(crate) fn best(
    situation: &Situation<'_>,
    monster: &Monster,
    others: &[Character],
    aim: Aim<'_>,
    rank: &dyn Fn(&Character, &Odds, u32) -> Rank,
) -> Loadout {
    let (wardrobe, mut judge) = (situation.wardrobe(), Judge::of(situation, monster, aim));
    let (start, _) = wardrobe.climb(&mut judge);
    let sum = wardrobe.sum(&start);
    let mut field = vec![wardrobe.worn.clone(), start];
    field.extend(search::best(&wardrobe.groups, wardrobe.base, &sum, RACERS, |sum| judge.worth(sum)));
    let race = |field: &mut Vec<Chosen>| {
        let outfits = field.iter().map(|chosen| wardrobe.outfit(situation, chosen));
        let heroes = outfits.map(|outfit| dressed(situation, &outfit));
        let winner = race::winner(situation.data, monster, heroes, others, rank);
        field.swap_remove(winner)
    };
    let mut leader = race(&mut field);
    for _ in 0..RACES {
        let mut field = vec![leader.clone()];
        field.extend(wardrobe.neighbours(&leader));
        let winner = race(&mut field);
        if winner == leader {
            break;
        }
        leader = winner;
    }
    wardrobe.outfit(situation, &wardrobe.settled(leader, &mut judge))
}

/// The same gear with the potions at hand that make most of it, by the same `rank`; what stays in a slot costs what it
/// costs.
pub(crate) fn with_potions(
    situation: &Situation<'_>,
    monster: &Monster,
    others: &[Character],
    gear: Loadout,
    rank: &dyn Fn(&Character, &Odds, u32) -> Rank,
) -> Loadout {
    let hero = dressed(situation, &gear);
    let kits = potions::kits(situation, monster, &hero);
    let mut outfits: Vec<Loadout> =
        kits.into_iter().map(|kit| gear.clone().into_iter().chain(kit).collect()).collect();
    if outfits.len() < 2 {
        return gear;
    }
    let heroes = outfits.iter().map(|outfit| dressed(situation, outfit));
    outfits.swap_remove(race::winner(situation.data, monster, heroes, others, rank))
}

/// A good choice for fighting `monster`: what no change in a single place makes better.
pub(crate) fn quick(situation: &Situation<'_>, monster: &Monster, aim: Aim<'_>) -> Loadout {
    let (wardrobe, mut judge) = (situation.wardrobe(), Judge::of(situation, monster, aim));
    let (found, _) = wardrobe.climb(&mut judge);
    wardrobe.outfit(situation, &wardrobe.settled(found, &mut judge))
}

/// Fights against one monster in good gear, to ask what one more item would make of them.
pub(crate) struct Prospect<'a> {
    pub(crate) monster: &'a Monster,
    /// Xp per hour; below 0, it cannot be beaten.
    pub(crate) worth: f64,
    chosen: Chosen,
}

impl<'a> Prospect<'a> {
    pub(crate) fn of(situation: &Situation<'_>, monster: &'a Monster) -> Self {
        let (chosen, worth) = situation.wardrobe().climb(&mut Judge::of(situation, monster, Aim::Xp));
        Self { monster, worth, chosen }
    }

    /// What fights are worth with one more item to choose from.
    pub(crate) fn with(&self, situation: &Situation<'_>, item: &Item) -> f64 {
        let mut judge = Judge::of(situation, self.monster, Aim::Xp);
        situation.wardrobe().worth_with(&self.chosen, item, &mut judge).max(self.worth)
    }
}

/// The character as it would be in full health and in this loadout.
pub(crate) fn dressed(situation: &Situation<'_>, loadout: &Loadout) -> Character {
    let character = &situation.character;
    // An empty bag makes copies cheap.
    let inventory = Inventory { slots: Vec::new(), ..character.inventory };
    let mut hero = Character { hp: character.max_hp, inventory, ..(**character).clone() };
    for (slot, code) in loadout {
        if potions::SLOTS.contains(slot) {
            let quantity = potions::owned(situation, code).min(MAX_UTILITIES);
            hero.equipment.insert(*slot, Equipped { code: code.clone(), quantity });
            continue;
        }
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

/// What of a loadout is not worn yet, and the potions of which fewer than `units` are left in their slots.
pub(crate) fn wishes(character: &Character, loadout: &Loadout, units: [u32; 2]) -> Vec<Wish> {
    let enough = |slot: &Slot| {
        let place = potions::SLOTS.iter().position(|known| known == slot);
        place.map_or(1, |place| units[place].max(1))
    };
    let is_on = |slot: &Slot, code: &ItemCode| {
        let worn = character.equipment.get(slot);
        worn.is_some_and(|worn| worn.code == *code && worn.quantity >= enough(slot))
    };
    loadout
        .iter()
        .filter(|(slot, code)| !is_on(slot, code))
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
