//! Gear that nobody puts on any more: it is taken apart before it fills the bank (RULES §6, §9).
//!
//! Who learns makes one kind of gear after the other, and each takes a slot of the bank for ever. What is given up here is
//! never chosen again: as many other pieces as can be worn at once are at least as good in everything.

use game::{
    Action, ItemCode, SimpleItem, Skill,
    character::Slot,
    data::{ContentType, Craft, Item, ItemEffect},
    recycling,
};

use crate::{
    decision::{Decision, Why},
    parts::{gear, travel},
    setbacks::Subject,
    situation::Situation,
};

/// With fewer free slots than this in the bank, what is carried put away, it is time.
const FEW: usize = 4;

/// The next step of taking surplus gear apart; `None` as long as the bank has room, or when there is none.
///
/// The bank is not visited for it: what is there is taken along by who happens to stand in it.
pub(crate) fn take_apart(situation: &Situation<'_>, keep: &[ItemCode]) -> Option<Decision> {
    let bank = situation.bank?;
    let bag = &situation.character.inventory;
    let new = bag.items().filter(|stack| bank.count(&stack.code) == 0).count();
    let free = bank.free_slots().saturating_sub(new);
    if free >= FEW {
        return None;
    }
    let reason = format!("the bank has {free} slots left, and there is better");
    let carried = bag.items().filter_map(|stack| surplus(situation, keep, &stack.code));
    let growth = |recipe| recycling::returned(recycling::ingredients(recipe)).saturating_sub(1);
    let fits = |recipe| bag.free_items().checked_div(growth(recipe)).unwrap_or(u32::MAX);
    let carried = carried.map(|(item, recipe)| (item, recipe, bag.count(&item.code).min(fits(recipe))));
    let carried = carried.filter(|(.., quantity)| *quantity > 0);
    if let Some((item, recipe, quantity)) = carried.min_by_key(|(item, ..)| (item.level, &item.code)) {
        let purpose = format!("to take {} apart with", item.code);
        let step = travel::go_to(situation, &ContentType::Workshop, recipe.skill.as_str(), &purpose);
        return step.or_else(|| {
            let text = format!("Taking {quantity} {} apart: {reason}", item.code);
            let action = Action::Recycling { code: item.code.clone(), quantity, enhanced: false };
            Some(Decision::act(action, Why::new(text)))
        });
    }
    if !situation.stands_on_bank() || bag.free_slots() == 0 || situation.setbacks.bag_is_full() {
        return None;
    }
    let kept = bank.items.keys().filter_map(|code| surplus(situation, keep, code));
    let (item, recipe) = kept.min_by_key(|(item, _)| (item.level, &item.code))?;
    // What comes of them must fit as well.
    let quantity = situation.in_bank(&item.code).min(bag.free_items() / (growth(recipe) + 1));
    if quantity == 0 {
        return None;
    }
    let text = format!("Taking {quantity} {} out of the bank, to take them apart: {reason}", item.code);
    let items = vec![SimpleItem::new(item.code.clone(), quantity)];
    Some(Decision::act(Action::WithdrawItem { items }, Why::new(text)))
}

/// An item with its recipe, if it is gear that the character can take apart and nobody would put on or make things of.
fn surplus<'a>(
    situation: &Situation<'a>,
    keep: &[ItemCode],
    code: &ItemCode,
) -> Option<(&'a Item, &'a Craft)> {
    let item = situation.data.items.get(code)?;
    let recipe = item.craft.as_ref().filter(|_| item.recyclable)?;
    let slots = Slot::ALL.iter().filter(|slot| slot.item_type() == item.kind).count();
    let is_material = || {
        let mut recipes = situation.data.items.values().filter_map(|other| other.craft.as_ref());
        recipes.any(|recipe| recipe.items.iter().any(|material| material.code == *code))
    };
    let is_surplus = slots > 0
        && !keep.contains(code)
        && !situation.setbacks.rules_out(&Subject::Recycle(code.clone()))
        && situation.character.skill_level(recipe.skill) >= recipe.level
        && better(situation, item) >= slots
        && !is_material()
        && travel::can_reach(situation, &ContentType::Workshop, recipe.skill.as_str());
    is_surplus.then_some((item, recipe))
}

/// How many pieces there are that are at least as good in everything, of other kinds that can be worn.
fn better(situation: &Situation<'_>, item: &Item) -> usize {
    let character = &situation.character;
    let worn = character.equipment.values().map(|equipped| (&equipped.code, equipped.quantity));
    let carried = character.inventory.items().map(|stack| (&stack.code, stack.quantity));
    let in_bank = situation.bank.into_iter().flat_map(|bank| &bank.items).map(|(code, held)| (code, *held));
    let pieces = worn.chain(carried).chain(in_bank).filter(|(code, _)| **code != item.code);
    let better = pieces.filter(|(code, _)| {
        let other = situation.data.items.get(*code);
        other.is_some_and(|other| {
            other.kind == item.kind && surpasses(other, item) && gear::may_wear(situation, other)
        })
    });
    better.map(|(_, quantity)| quantity as usize).sum()
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
