//! What to wear against one monster, out of everything owned: slot by slot, the item that makes fights pay most.
//!
//! Fights are told by [`Duel`], which is quick and knows no effects; whoever fights lets the simulator have the last word
//! on the result. Utilities are left alone: they are used up, so wearing them is the player's decision.

use std::collections::BTreeMap;

use game::{
    Character, GameData, Inventory, ItemCode,
    character::{Equipped, Slot},
    data::{Item, ItemType, Monster},
    equipment::Bonus,
    fight::Fighter,
    xp,
};

use crate::{
    estimate::{self, duel::Duel},
    parts::gear::{self, Wish},
    situation::Situation,
};

/// One item may make another one useful or useless, so all slots are tried again.
const PASSES: u32 = 2;
/// Gear is changed for a gain of at least this share: no swapping to and fro between equals.
const MARGIN: f64 = 0.002;

/// What is worn in which slot.
pub(crate) type Loadout = BTreeMap<Slot, ItemCode>;

/// What the character wears, without utilities.
pub(crate) fn worn(character: &Character) -> Loadout {
    let slots = character.equipment.iter().filter(|(slot, _)| slot.item_type() != ItemType::Utility);
    slots.map(|(slot, equipped)| (*slot, equipped.code.clone())).collect()
}

/// The best found for fighting `monster`.
pub(crate) fn best(situation: &Situation<'_>, monster: &Monster) -> Loadout {
    let (hero, _) = dress_with(situation, monster, None);
    worn(&hero)
}

/// What fights against `monster` are worth in the best gear, with one more item to choose from; greater is better, and
/// below 0 it cannot be beaten.
pub(crate) fn worth_with(situation: &Situation<'_>, monster: &Monster, extra: Option<&ItemCode>) -> f64 {
    dress_with(situation, monster, extra).1
}

fn dress_with(situation: &Situation<'_>, monster: &Monster, extra: Option<&ItemCode>) -> (Character, f64) {
    let data = situation.data;
    let foe = Fighter::monster(monster);
    let mut spare = spare(situation, situation.reach().nearest_bank(situation).is_some());
    if let Some(code) = extra {
        *spare.entry(code.clone()).or_default() += 1;
    }
    let mut hero = bare(&situation.character);
    let mut worth = worth_of(&hero, data, monster, &foe);
    for slot in [Slot::ALL; PASSES as usize].concat() {
        let mut best: Option<(Character, ItemCode)> = None;
        for code in fitting(data, &spare, &hero, slot) {
            let mut dressed = hero.clone();
            wear(&mut dressed, data, slot, code);
            let better = worth_of(&dressed, data, monster, &foe);
            if better > worth + MARGIN * worth.abs() {
                worth = better;
                best = Some((dressed, code.clone()));
            }
        }
        if let Some((dressed, code)) = best {
            let old = hero.worn(slot).cloned();
            hero = dressed;
            *spare.entry(code).or_default() -= 1;
            if let Some(old) = old {
                *spare.entry(old).or_default() += 1;
            }
        }
    }
    (hero, worth)
}

/// The character as it would be in full health and in this loadout.
pub(crate) fn dressed(situation: &Situation<'_>, loadout: &Loadout) -> Character {
    let mut hero = bare(&situation.character);
    for (slot, code) in loadout {
        wear(&mut hero, situation.data, *slot, code);
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
    let mut owned = spare(situation, true);
    for equipped in situation.character.equipment.values() {
        *owned.entry(equipped.code.clone()).or_default() += 1;
    }
    owned.iter().map(|(code, count)| format!("{code} {},", count.min(&2))).collect()
}

/// In full health and with an empty bag, which makes copies cheap.
fn bare(character: &Character) -> Character {
    let inventory = Inventory { slots: Vec::new(), ..character.inventory };
    Character { hp: character.max_hp, inventory, ..character.clone() }
}

/// What can be put on, in the bag and, if it is wanted, in the bank.
fn spare(situation: &Situation<'_>, with_bank: bool) -> BTreeMap<ItemCode, u32> {
    let wearable = |code: &ItemCode| {
        let item = situation.data.items.get(code);
        item.is_some_and(|item| {
            let kind = &item.kind;
            let worn = Slot::ALL.iter().any(|slot| slot.item_type() == *kind && *kind != ItemType::Utility);
            worn && gear::may_wear(situation, item)
        })
    };
    let mut spare = BTreeMap::new();
    for stack in situation.character.inventory.items().filter(|stack| wearable(&stack.code)) {
        *spare.entry(stack.code.clone()).or_default() += stack.quantity;
    }
    let bank = situation.bank.filter(|_| with_bank);
    for code in bank.into_iter().flat_map(|bank| bank.items.keys()).filter(|code| wearable(code)) {
        let held = situation.in_bank(code);
        if held > 0 {
            *spare.entry(code.clone()).or_default() += held;
        }
    }
    spare
}

/// The spare items that go into a slot. The same artifact is worn only once (RULES §8).
fn fitting<'a>(
    data: &GameData,
    spare: &'a BTreeMap<ItemCode, u32>,
    hero: &Character,
    slot: Slot,
) -> Vec<&'a ItemCode> {
    let is_worn = |code: &ItemCode| hero.equipment.values().any(|equipped| equipped.code == *code);
    let fits = |item: &Item| {
        item.kind == slot.item_type() && !(item.kind == ItemType::Artifact && is_worn(&item.code))
    };
    spare
        .iter()
        .filter(|(code, left)| **left > 0 && data.items.get(code).is_some_and(fits))
        .map(|(code, _)| code)
        .collect()
}

/// Puts an item on without asking the bag.
fn wear(hero: &mut Character, data: &GameData, slot: Slot, code: &ItemCode) {
    let new = Equipped { code: code.clone(), quantity: 1 };
    let old = hero.equipment.insert(slot, new);
    if let Some(item) = old.and_then(|old| data.items.get(&old.code)) {
        Bonus::of(item).take_off(hero);
    }
    if let Some(item) = data.items.get(code) {
        Bonus::of(item).put_on(hero);
    }
    hero.hp = hero.max_hp;
}

/// Xp per hour against the monster; below 0, the nearer to 0 the less hopeless. Room and prospecting break ties.
fn worth_of(hero: &Character, data: &GameData, monster: &Monster, foe: &Fighter) -> f64 {
    let duel = Duel::of(&Fighter::character(hero, data), foe);
    let share_lost = duel.hp_lost / hero.max_hp.max(1) as f64;
    if share_lost >= 1.0 || !duel.ends() {
        return -share_lost - duel.turns;
    }
    let seconds = estimate::fight_seconds(hero, duel.turns, duel.hp_lost);
    // A level far above the monster's pays nothing, and gear still decides how long it takes.
    let xp = xp::fight(monster, hero.combat.level, hero.stats.wisdom).max(1) as f64;
    let comfort = f64::from(hero.inventory.max_items) + hero.stats.prospecting as f64;
    3600.0 * xp / seconds * (1.0 + comfort / 10_000.0)
}

#[cfg(test)]
mod tests;
