//! What is at hand, and bringing it into the bag: out of the bank, with room made for it (RULES §8, §9).

use game::{Action, Inventory, ItemCode, SimpleItem};

use super::{Terms, Way};
use crate::{
    decision::{Decision, Why},
    parts::banking::{self, Keep, Room},
    situation::Situation,
};

/// How many of an item are carried, or lie in a bank that may be used.
pub(crate) fn stock(situation: &Situation<'_>, terms: &Terms, code: &ItemCode) -> u32 {
    let in_bank = if terms.allow(Way::Bank) { situation.in_bank(code) } else { 0 };
    situation.character.inventory.count(code).saturating_add(in_bank)
}

/// How many sets of `each` the bag holds when all is put away that may be.
pub(crate) fn sets_that_fit(situation: &Situation<'_>, terms: &Terms, each: &[SimpleItem]) -> u32 {
    let bag = &situation.character.inventory;
    let codes = codes(terms, each);
    let keep = keep(&codes);
    let wanted = |code: &ItemCode| each.iter().any(|item| item.code == *code);
    let kept =
        |stack: &&SimpleItem| !wanted(&stack.code) && !banking::may_deposit(situation, keep, &stack.code);
    let (mut items, mut slots) = (0, 0);
    for stack in bag.items().filter(kept) {
        items += stack.quantity;
        slots += 1;
    }
    if slots + each.len() > Inventory::SLOTS {
        return 0;
    }
    let size: u32 = each.iter().map(|item| item.quantity).sum();
    bag.max_items.saturating_sub(items) / size.max(1)
}

/// The next step towards carrying all of `items`; `None` when they are carried. There must be enough of them.
pub(crate) fn carry(
    situation: &Situation<'_>,
    terms: &Terms,
    items: &[SimpleItem],
    purpose: &str,
) -> Option<Decision> {
    let bag = &situation.character.inventory;
    let missing: Vec<_> = items
        .iter()
        .map(|item| SimpleItem::new(item.code.clone(), item.quantity.saturating_sub(bag.count(&item.code))))
        .filter(|item| item.quantity > 0)
        .collect();
    if missing.is_empty() {
        return None;
    }
    for item in &missing {
        situation.claim(&item.code, item.quantity);
    }
    let list = banking::list(&missing);
    let Some(trip) = situation.reach().nearest_bank(situation) else {
        let text = format!(
            "Cannot take {list} out of the bank: no way leads to one from {}",
            situation.character.position
        );
        return Some(Decision::blocked(text, "Bring the character where a bank can be reached"));
    };
    if let Some(walk) = trip.go(&format!("to take {list} out of the bank {purpose}")) {
        return Some(walk);
    }
    if !bag.fits(&missing) || situation.setbacks.bag_is_full() {
        return banking::empty_bag(situation, Room::Gone, keep(&codes(terms, items)));
    }
    let why = Why::new(format!("Taking {list} out of the bank {purpose}"));
    Some(Decision::act(Action::WithdrawItem { items: missing }, why))
}

/// Room for `items`: the next step of making it, `None` when there is enough. `keep` are the materials at work: they go to
/// the bank last.
pub(crate) fn make_room(
    situation: &Situation<'_>,
    terms: &Terms,
    room: Room,
    keep_back: &[ItemCode],
) -> Option<Decision> {
    let mut codes = terms.keep.clone();
    codes.extend_from_slice(keep_back);
    match banking::empty_bag(situation, room, keep(&codes)) {
        Some(Decision::Blocked { .. }) if terms.allow(Way::Bank) => {
            banking::empty_bag(situation, room, keep(&terms.keep))
        }
        decision => decision,
    }
}

/// What stays in the bag when it is emptied for a plan: some codes, and tools.
pub(crate) fn keep(codes: &[ItemCode]) -> Keep<'_> {
    // Potions that were taken along for a fight stay until they are put on.
    Keep { codes, food: false, utilities: true, tools: true }
}

fn codes(terms: &Terms, items: &[SimpleItem]) -> Vec<ItemCode> {
    terms.keep.iter().chain(items.iter().map(|item| &item.code)).cloned().collect()
}
