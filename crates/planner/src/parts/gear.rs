//! Putting owned things on: the best tool for a skill, and the way of any item from the bank into its slot (RULES §8).
//!
//! One kind of item per request: it takes as long as many in one, and a refusal tells which item it is about.

use game::{
    Action, ItemCode, SimpleItem, Skill,
    action::EquipItem,
    character::Slot,
    data::{Item, ItemType},
    equipment::MAX_UTILITIES,
};

use crate::{
    decision::{Decision, Why},
    setbacks::Subject,
    situation::Situation,
};

/// Something to put on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) code: ItemCode,
    pub(crate) slot: Slot,
}

/// How much of a gather's time a tool takes off, in percent; 0 for anything else.
pub(crate) fn saving(item: &Item, skill: Skill) -> i64 {
    if item.is_tool() { -item.effect(skill.as_str()) } else { 0 }
}

/// How much the tool in hand takes off, in percent.
pub(crate) fn worn_saving(situation: &Situation<'_>, skill: Skill) -> i64 {
    let worn = situation.character.worn(Slot::Weapon).and_then(|code| situation.data.items.get(code));
    worn.map_or(0, |item| saving(item, skill))
}

/// How much the best tool takes off, in hand or within reach, in percent.
pub(crate) fn best_saving(situation: &Situation<'_>, skill: Skill) -> i64 {
    let better = better_tool(situation, skill).and_then(|wish| situation.data.items.get(&wish.code));
    better.map_or_else(|| worn_saving(situation, skill), |item| saving(item, skill))
}

/// The best tool for a skill in bag and bank, when it is better than the one in hand. Of equal ones the carried one.
pub(crate) fn better_tool(situation: &Situation<'_>, skill: Skill) -> Option<Wish> {
    let in_hand = worn_saving(situation, skill);
    let (_, _, item) = owned(situation)
        .filter(|(_, _, item)| saving(item, skill) > in_hand && may_wear(situation, item))
        .max_by_key(|(carried, _, item)| (saving(item, skill), *carried))?;
    Some(Wish { code: item.code.clone(), slot: Slot::Weapon })
}

/// Everything in bag and bank: whether it is carried, how many there are, and what it is.
pub(crate) fn owned<'a>(situation: &Situation<'a>) -> impl Iterator<Item = (bool, u32, &'a Item)> {
    let bag = situation.character.inventory.items().map(|stack| (true, stack.quantity, &stack.code));
    let bank = situation.bank.into_iter().flat_map(|bank| bank.items.keys());
    let banked = bank.map(|code| (false, situation.in_bank(code), code)).filter(|(_, held, _)| *held > 0);
    bag.chain(banked)
        .filter_map(|(carried, held, code)| Some((carried, held, situation.data.items.get(code)?)))
}

/// Whether the character may put an item on, as far as anybody knows.
pub(crate) fn may_wear(situation: &Situation<'_>, item: &Item) -> bool {
    situation.may_use(item) && !situation.setbacks.rules_out(&Subject::Wear(item.code.clone()))
}

/// Whether something is carried, or in a bank that can be reached.
pub(crate) fn can_have(situation: &Situation<'_>, wish: &Wish) -> bool {
    situation.character.inventory.count(&wish.code) > 0
        || (situation.in_bank(&wish.code) > 0 && situation.reach().nearest_bank(situation).is_some())
}

/// Puts something on that is carried.
pub(crate) fn put_on(situation: &Situation<'_>, wish: &Wish, reason: &str) -> Option<Decision> {
    let Wish { code, slot } = wish;
    if situation.character.inventory.count(code) == 0 {
        return None;
    }
    let quantity = situation.character.inventory.count(code).min(missing(situation, wish));
    let why = Why::new(format!("Putting on {}: {reason}", amount(quantity, code)));
    let items = vec![EquipItem { code: code.clone(), slot: *slot, quantity }];
    Some(Decision::act(Action::Equip { items }, why))
}

/// The next step of getting something out of the bank; `None` when it is not there, no way leads there, or the bag has no
/// room for it.
pub(crate) fn fetch(situation: &Situation<'_>, wish: &Wish, reason: &str) -> Option<Decision> {
    let Wish { code, .. } = wish;
    let room = situation.character.inventory.room_for(code);
    let quantity = situation.in_bank(code).min(missing(situation, wish)).min(room);
    if quantity == 0 {
        return None;
    }
    let what = amount(quantity, code);
    let trip = situation.reach().nearest_bank(situation)?;
    situation.claim(code, quantity);
    trip.go(&format!("to take {what} out of the bank: {reason}")).or_else(|| {
        let why = Why::new(format!("Taking {what} out of the bank: {reason}"));
        Some(Decision::act(
            Action::WithdrawItem { items: vec![SimpleItem::new(code.clone(), quantity)] },
            why,
        ))
    })
}

/// How many more of it its slot takes: one, or of potions as many as fill it up.
fn missing(situation: &Situation<'_>, Wish { code, slot }: &Wish) -> u32 {
    if slot.item_type() != ItemType::Utility {
        return 1;
    }
    let there = situation.character.equipment.get(slot).filter(|there| there.code == *code);
    MAX_UTILITIES - there.map_or(0, |there| there.quantity.min(MAX_UTILITIES))
}

fn amount(quantity: u32, code: &ItemCode) -> String {
    if quantity == 1 { code.to_string() } else { format!("{quantity} {code}") }
}

#[cfg(test)]
mod tests;
