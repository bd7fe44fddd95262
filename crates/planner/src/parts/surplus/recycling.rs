//! Surplus gear is taken apart at its skill's workshop (RULES §6).

use game::{
    Action, ItemCode, SimpleItem,
    data::{ContentType, Craft, Item},
    recycling,
};

use super::Clearance;
use crate::{
    decision::{Decision, Why},
    parts::travel,
    setbacks::Subject,
    situation::Situation,
};

/// The next step; `None` when there is nothing to take apart.
pub(super) fn step(of: &Clearance<'_>, situation: &Situation<'_>, reason: &str) -> Option<Decision> {
    let (bank, bag) = (situation.bank?, &situation.character.inventory);
    let carried = bag.items().filter_map(|stack| surplus(of, situation, &stack.code));
    let growth = |recipe| recycling::returned(recycling::ingredients(recipe)).saturating_sub(1);
    let fits = |recipe| bag.free_items().checked_div(growth(recipe)).unwrap_or(u32::MAX);
    let carried = carried.map(|(item, recipe)| (item, recipe, bag.count(&item.code).min(fits(recipe))));
    let carried = carried.filter(|(.., quantity)| *quantity > 0);
    if let Some((item, recipe, quantity)) = carried.min_by_key(|(item, ..)| (item.level, &item.code)) {
        let purpose = format!("to take {} apart with", item.code);
        let step = travel::go_to(situation, &ContentType::Workshop, recipe.skill.as_str(), &purpose);
        return step.or_else(|| {
            let text = format!("Taking {quantity} {} apart: {reason}, and there is better", item.code);
            let action = Action::Recycling { code: item.code.clone(), quantity, enhanced: false };
            Some(Decision::act(action, Why::new(text)))
        });
    }
    let there = bank.items.keys().filter(|code| situation.in_bank(code) > 0);
    let kept = there.filter_map(|code| surplus(of, situation, code));
    let (item, recipe) = kept.min_by_key(|(item, _)| (item.level, &item.code))?;
    // What comes of them must fit as well.
    let quantity = situation.in_bank(&item.code).min(bag.free_items() / (growth(recipe) + 1));
    if quantity == 0 {
        return None;
    }
    if let Err(way) = of.at_the_bank(situation, &format!("to take {} out and apart", item.code)) {
        return way;
    }
    let text = format!(
        "Taking {quantity} {} out of the bank, to take them apart: {reason}, and there is better",
        item.code
    );
    let items = vec![SimpleItem::new(item.code.clone(), quantity)];
    Some(Decision::act(Action::WithdrawItem { items }, Why::new(text)))
}

/// An item with its recipe, if it is surplus that the character can take apart.
fn surplus<'a>(
    of: &Clearance<'_>,
    situation: &Situation<'a>,
    code: &ItemCode,
) -> Option<(&'a Item, &'a Craft)> {
    let item = situation.data.items.get(code)?;
    let recipe = item.craft.as_ref().filter(|_| item.recyclable)?;
    let can = situation.character.skill_level(recipe.skill) >= recipe.level
        && !situation.setbacks.rules_out(&Subject::Recycle(code.clone()))
        && of.is_surplus(situation, item)
        && travel::can_reach(situation, &ContentType::Workshop, recipe.skill.as_str());
    can.then_some((item, recipe))
}
