//! Getting hit points back before a fight: rest or food, whichever is over sooner (RULES §4, §8).

use game::{
    Action, Character, Inventory, SimpleItem, cooldown,
    data::{Item, ItemType},
};

use crate::{
    decision::{Decision, Why},
    setbacks::Subject,
    situation::Situation,
};

/// Of the bag, this part at most is filled with food from the bank; the rest is for what fights bring.
const PROVISION_SHARE: u32 = 4;

/// Whether an item gives hit points back when it is used.
pub(crate) fn is_food(item: &Item) -> bool {
    item.kind == ItemType::Consumable && item.effect("heal") > 0
}

/// A meal: so many of one food.
struct Meal {
    item: SimpleItem,
    /// Eating, and resting for what is still missing then.
    seconds: u32,
    hp: i64,
}

/// The next step of healing when the character has fewer than `need` hit points; `None` when it has enough.
pub(crate) fn heal(situation: &Situation<'_>, need: i64, may_eat: bool) -> Option<Decision> {
    let character = &*situation.character;
    let need = need.clamp(1, character.max_hp);
    if character.hp >= need {
        return None;
    }
    let rest = rest_seconds(character, 0);
    let meal = may_eat.then(|| best_meal(situation, need)).flatten().filter(|meal| meal.seconds < rest);
    let hp = format!("{} of {}", character.hp, character.max_hp);
    let (action, why) = match meal {
        Some(Meal { item: SimpleItem { code, quantity }, seconds, hp: healed }) => {
            let text =
                format!("Hit points are low ({hp}, {need} wanted): eating {quantity} {code} for {healed} hp");
            let why = Why::new(text).fact("meal", format!("{seconds} s")).fact("rest", format!("{rest} s"));
            (Action::Use { code, quantity }, why)
        }
        None => {
            let text = format!("Hit points are low ({hp}, {need} wanted): resting for {rest} s");
            (Action::Rest, Why::new(text).fact("rest", format!("{rest} s")))
        }
    };
    Some(Decision::act(action, why.fact("hp", hp)))
}

/// The food that is worth carrying.
pub(crate) fn provision_size(bag: &Inventory) -> u32 {
    bag.max_items / PROVISION_SHARE
}

/// The next step of taking food along from the bank, when none is carried and the way there pays.
pub(crate) fn provision(situation: &Situation<'_>) -> Option<Decision> {
    let character = &*situation.character;
    let bag = &character.inventory;
    let room = bag.free_items().min(provision_size(bag));
    let no_room = room == 0 || bag.free_slots() == 0 || situation.setbacks.bag_is_full();
    if no_room || foods(situation).next().is_some() {
        return None;
    }
    let (item, held) = situation
        .bank?
        .items
        .keys()
        .filter_map(|code| Some((situation.data.items.get(code)?, situation.in_bank(code))))
        .filter(|(item, held)| *held > 0 && may_eat(situation, item))
        .max_by_key(|(item, held)| (item.effect("heal").min(character.max_hp), *held))?;
    let quantity = held.min(room);
    let trip = situation.reach().nearest_bank(situation)?;
    if seconds_saved(character, item, quantity) <= i64::from(2 * trip.seconds + cooldown::MINIMUM) {
        return None;
    }
    situation.claim(&item.code, quantity);
    let what = format!("{quantity} of the {held} {} in the bank along as food", item.code);
    trip.go(&format!("to take {what}")).or_else(|| {
        let items = vec![SimpleItem::new(item.code.clone(), quantity)];
        Some(Decision::act(Action::WithdrawItem { items }, Why::new(format!("Taking {what}"))))
    })
}

/// How much sooner so much food heals than rest does, when each is eaten by itself.
fn seconds_saved(character: &Character, item: &Item, quantity: u32) -> i64 {
    let healed = item.effect("heal").min(character.max_hp);
    let rest = cooldown::rest(healed, character.max_hp);
    i64::from(quantity) * (i64::from(rest) - i64::from(cooldown::OTHER))
}

/// What resting takes after `healed` hit points have come from food; 0 when nothing is missing any more.
fn rest_seconds(character: &Character, healed: i64) -> u32 {
    let missing = character.missing_hp() - healed;
    if missing <= 0 { 0 } else { cooldown::rest(missing, character.max_hp) }
}

fn may_eat(situation: &Situation<'_>, item: &Item) -> bool {
    is_food(item)
        && situation.may_use(item)
        && !situation.setbacks.rules_out(&Subject::Eat(item.code.clone()))
}

/// The food that is carried and may be eaten, with its quantity.
fn foods<'a>(situation: &'a Situation<'_>) -> impl Iterator<Item = (&'a Item, u32)> {
    situation
        .character
        .inventory
        .items()
        .filter_map(|stack| Some((situation.data.items.get(&stack.code)?, stack.quantity)))
        .filter(|(item, _)| may_eat(situation, item))
}

/// The food that brings the character to full hit points soonest, counting the rest that it spares.
fn best_meal(situation: &Situation<'_>, need: i64) -> Option<Meal> {
    let character = &*situation.character;
    foods(situation)
        .map(|(item, carried)| {
            let heal = item.effect("heal");
            let enough = (need - character.hp + heal - 1) / heal;
            // Beyond what is needed, as many as give their full effect.
            let units = (character.missing_hp() / heal).max(enough).min(i64::from(carried));
            let hp = (units * heal).min(character.missing_hp());
            let quantity = u32::try_from(units).unwrap_or(carried);
            let seconds = cooldown::OTHER + rest_seconds(character, hp);
            Meal { item: SimpleItem::new(item.code.clone(), quantity), seconds, hp }
        })
        .min_by_key(|meal| (meal.seconds, meal.hp))
}

#[cfg(test)]
mod tests;
