//! What nobody puts on or makes things of any more: it is taken apart or sold before it fills the bank (RULES §6, §9, §11).
//!
//! Who learns makes one kind of gear after the other, and each takes a slot of the bank for ever. What is given up here is
//! never chosen again: as many other pieces as can be worn at once are at least as good in everything.

mod recycling;
mod selling;

use game::{
    ItemCode, Skill,
    character::Slot,
    data::{Item, ItemEffect},
};

use crate::{decision::Decision, parts::gear, situation::Situation};

/// Whose surplus it is, and how far one goes for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clearance<'a> {
    /// With fewer free slots than this in the bank, what is carried put away, it is time.
    pub(crate) slots: usize,
    /// How many characters dress from the bank.
    pub(crate) wearers: usize,
    /// Whether one goes to the bank for it. If not, it is taken along by who happens to stand there.
    pub(crate) visits: bool,
    /// Items that are never surplus.
    pub(crate) keep: &'a [ItemCode],
}

impl<'a> Clearance<'a> {
    /// As who does something else takes things apart: when the bank is nearly full, and of what it would wear itself.
    pub(crate) fn by_the_way(keep: &'a [ItemCode]) -> Self {
        Self { slots: 4, wearers: 1, visits: false, keep }
    }

    /// The next step of taking surplus gear apart; `None` as long as the bank has room, or when there is none.
    pub(crate) fn take_apart(&self, situation: &Situation<'_>) -> Option<Decision> {
        self.reason(situation).and_then(|reason| recycling::step(self, situation, &reason))
    }

    /// The next step of selling to an NPC what nothing is made of; `None` as long as the bank has room, or when nobody
    /// who is there now buys such things.
    pub(crate) fn sell(&self, situation: &Situation<'_>) -> Option<Decision> {
        self.reason(situation).and_then(|reason| selling::step(self, situation, &reason))
    }

    /// Why it is time, if it is.
    fn reason(&self, situation: &Situation<'_>) -> Option<String> {
        let free = slots_left(situation)?;
        (free < self.slots).then(|| format!("the bank has {free} slots left"))
    }

    /// The way to the bank, where what is there is taken out; an error where nobody goes there for it.
    fn at_the_bank(&self, situation: &Situation<'_>, purpose: &str) -> Result<(), Option<Decision>> {
        let bag = &situation.character.inventory;
        if bag.free_slots() == 0 || situation.setbacks.bag_is_full() {
            return Err(None);
        }
        if situation.stands_on_bank() {
            return Ok(());
        }
        let trip = self.visits.then(|| situation.reach().nearest_bank(situation)).flatten();
        Err(trip.and_then(|trip| trip.go(purpose)))
    }

    /// Whether nobody would put an item on or make things of it.
    fn is_surplus(&self, situation: &Situation<'_>, item: &Item) -> bool {
        let slots = Slot::ALL.iter().filter(|slot| slot.item_type() == item.kind).count() * self.wearers;
        slots > 0
            && !self.keep.contains(&item.code)
            && better(situation, item) >= slots
            && !is_material(situation, &item.code)
    }
}

/// Slots that are free in the bank once all that is carried is put away; nothing while nobody has looked.
pub(crate) fn slots_left(situation: &Situation<'_>) -> Option<usize> {
    let bank = situation.bank?;
    let new = situation.character.inventory.items().filter(|stack| bank.count(&stack.code) == 0).count();
    Some(bank.free_slots().saturating_sub(new))
}

fn is_material(situation: &Situation<'_>, code: &ItemCode) -> bool {
    let mut recipes = situation.data.items.values().filter_map(|other| other.craft.as_ref());
    recipes.any(|recipe| recipe.items.iter().any(|material| material.code == *code))
}

/// How many pieces there are that are at least as good in everything, of other kinds that can be worn.
fn better(situation: &Situation<'_>, item: &Item) -> usize {
    let worn = situation.character.equipment.values();
    let worn = worn.filter_map(|worn| Some((worn.quantity, situation.data.items.get(&worn.code)?)));
    let pieces = worn.chain(gear::owned(situation).map(|(_, held, other)| (held, other)));
    let better = pieces.filter(|(_, other)| {
        other.code != item.code
            && other.kind == item.kind
            && surpasses(other, item)
            && gear::may_wear(situation, other)
    });
    better.map(|(quantity, _)| quantity as usize).sum()
}

/// Whether one item is at least as good as another in everything, and better in something or of a later name: of two
/// that are the same, one is kept.
fn surpasses(one: &Item, other: &Item) -> bool {
    let effects = || one.effects.iter().chain(&other.effects).map(|ItemEffect { code, .. }| code.as_str());
    let gain = |effect: &str| {
        let more = one.effect(effect) - other.effect(effect);
        // Of the time of a gather, less is better.
        if Skill::GATHERING.contains(&effect) { -more } else { more }
    };
    effects().all(|effect| gain(effect) >= 0)
        && (effects().any(|effect| gain(effect) > 0) || one.code > other.code)
}

#[cfg(test)]
mod tests;
