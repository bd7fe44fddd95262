//! What to wear at work: owned gear that brings more xp, or more of a drop, where that pays for dressing (RULES §6, §8).
//!
//! The weapon's slot is the tool's ([`gear::better_tool`]): it saves more than any other weapon brings. No piece is taken
//! that makes the bag smaller, or that the character has too few hit points to change for.

use std::cmp::Reverse;

use game::{
    character::Slot,
    cooldown,
    data::{Item, ItemType, Resource},
    equipment::Bonus,
};

use crate::{
    decision::Decision,
    estimate::Aim,
    parts::gear::{self, Wish},
    situation::Situation,
};

/// Dressing must save so many times what it costs: estimates are rough, and work may end before its time.
const MARGIN: f64 = 2.0;

/// What there is to do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) resource: &'a Resource,
    pub(crate) aim: Aim<'a>,
    /// For how long, in seconds.
    pub(crate) seconds: f64,
}

/// One piece that takes the place of another one, or an empty one.
struct Change<'a> {
    item: &'a Item,
    slot: Slot,
    carried: bool,
    /// Points of wisdom or prospecting that it adds.
    gain: i64,
}

/// What to put on for some work, and why.
pub(crate) struct Attire {
    wishes: Vec<Wish>,
    reason: String,
}

impl Attire {
    /// The gear for some work, if there is any that pays: from bag and bank, or else from the bag alone.
    pub(crate) fn of(situation: &Situation<'_>, work: Work<'_>) -> Option<Self> {
        [true, false].into_iter().find_map(|with_bank| worthwhile(situation, work, with_bank))
    }

    /// A step towards it: the first piece that `how` can do something about.
    pub(crate) fn step(
        &self,
        situation: &Situation<'_>,
        how: fn(&Situation<'_>, &Wish, &str) -> Option<Decision>,
    ) -> Option<Decision> {
        self.wishes.iter().find_map(|wish| how(situation, wish, &self.reason))
    }
}

/// All changes there are, the carried pieces and the best ones first, if they pay together.
fn worthwhile(situation: &Situation<'_>, work: Work<'_>, with_bank: bool) -> Option<Attire> {
    let Work { resource, aim, seconds } = work;
    let changes = changes(situation, aim, with_bank);
    let level = situation.character.skill_level(resource.skill);
    let boost = aim.boost(&situation.character.stats);
    let gain: i64 = changes.iter().map(|change| change.gain).sum();
    let brings = |boost| aim.of_a_gather(resource, level, boost);
    let (before, after) = (brings(boost), brings(boost + gain));
    if after <= before || seconds * (1.0 - before / after) < MARGIN * cost(situation, &changes)? {
        return None;
    }
    let more = 100.0 * (after / before - 1.0);
    let reason = format!("gear for {} brings {more:.1} % more {}", resource.skill, aim.name());
    let wish = |Change { item, slot, .. }: Change<'_>| Wish { code: item.code.clone(), slot };
    Some(Attire { wishes: changes.into_iter().map(wish).collect(), reason })
}

/// The best piece for each slot, where it is better than what is worn there.
fn changes<'a>(situation: &Situation<'a>, aim: Aim<'_>, with_bank: bool) -> Vec<Change<'a>> {
    let points = |item: &Item| aim.boost(&Bonus::of(item).stats);
    let worn = |slot: Slot| situation.character.worn(slot).and_then(|code| situation.data.items.get(code));
    let mut spare: Vec<_> = gear::owned(situation)
        .filter(|(carried, _, item)| (*carried || with_bank) && points(item) > 0)
        .filter(|(_, _, item)| gear::may_wear(situation, item))
        .collect();
    spare.sort_by_key(|(carried, _, item)| Reverse((points(item), *carried)));
    let mut slots = Slot::ALL.to_vec();
    slots.retain(|slot| !matches!(slot.item_type(), ItemType::Weapon | ItemType::Utility));
    // Of two rings, the one that brings less is changed for the better one.
    slots.sort_by_key(|slot| worn(*slot).map_or(0, points));
    let mut changes = Vec::new();
    for slot in slots {
        let old = worn(slot);
        let least = old.map_or(0, points);
        let fits = |item: &Item, taken: &[Change<'_>]| {
            // The same artifact is worn only once.
            let twice = item.kind == ItemType::Artifact && taken.iter().any(|one| one.item.code == item.code);
            item.kind == slot.item_type() && !twice && may_change(situation, old, item)
        };
        let best = spare
            .iter_mut()
            .find(|(_, left, item)| *left > 0 && points(item) > least && fits(item, &changes));
        if let Some((carried, left, item)) = best {
            *left -= 1;
            changes.push(Change { item, slot, carried: *carried, gain: points(item) - least });
        }
    }
    changes.sort_by_key(|change| Reverse((change.carried, change.gain)));
    changes
}

/// Whether a piece may take the place of the old one, and the bag keeps its room.
fn may_change(situation: &Situation<'_>, old: Option<&Item>, new: &Item) -> bool {
    let character = &situation.character;
    let is_worn = character.equipment.values().any(|worn| worn.code == new.code);
    if new.kind == ItemType::Artifact && is_worn {
        return false;
    }
    let (off, on) = (old.map(Bonus::of).unwrap_or_default(), Bonus::of(new));
    let bag = &character.inventory;
    let has_place =
        old.is_none_or(|old| bag.free_slots() > 0 || bag.count(&old.code) > 0 || bag.count(&new.code) <= 1);
    has_place && on.inventory_space >= off.inventory_space && character.hp > off.hp
}

/// Seconds of dressing, and of dressing for a fight again later; `None` if no way leads to a bank that is needed.
fn cost(situation: &Situation<'_>, changes: &[Change<'_>]) -> Option<f64> {
    // Each piece is put on, and what it replaces is taken to the bank, out of it and put on again.
    let there_and_back = 2 * (cooldown::equip(1) + cooldown::bank_items(1));
    let mut seconds: f64 = changes.iter().map(|_| f64::from(there_and_back)).sum();
    let from_bank = changes.iter().filter(|change| !change.carried).count();
    if from_bank > 0 {
        let trip = situation.reach().nearest_bank(situation)?;
        seconds += f64::from(2 * trip.seconds + cooldown::bank_items(from_bank));
    }
    Some(seconds)
}

#[cfg(test)]
mod tests;
