//! What nothing is made of is sold to the NPC that pays most for it, while one is there (RULES §11).
//!
//! Those who buy come with events only: what they do not buy today they may another day.

use game::{
    Action, ItemCode, SimpleItem,
    data::{ContentType, Currency, Item, ItemType, NpcItem},
};

use super::{Clearance, is_material};
use crate::{
    decision::{Decision, Why},
    parts::travel,
    setbacks::Subject,
    situation::Situation,
};

/// An NPC takes so many at once (RULES §11).
const AT_ONCE: u32 = 100;

/// The next step; `None` when there is nothing to sell, or nobody who buys it.
pub(super) fn step(of: &Clearance<'_>, situation: &Situation<'_>, reason: &str) -> Option<Decision> {
    let (bank, bag) = (situation.bank?, &situation.character.inventory);
    let mut carried = bag.items().filter_map(|stack| Some((stack, buyer(of, situation, &stack.code)?)));
    if let Some((SimpleItem { code, quantity }, (npc, price))) = carried.next() {
        let step = travel::go_to(situation, &ContentType::Npc, npc, &format!("to sell {code} to"));
        return step.or_else(|| {
            let quantity = (*quantity).min(AT_ONCE);
            let gold = price * i64::from(quantity);
            let text = format!("Selling {quantity} {code} to {npc} for {gold} gold: {reason}");
            Some(Decision::act(Action::SellNpc { code: code.clone(), quantity }, Why::new(text)))
        });
    }
    let mut there = bank.items.keys().filter(|code| situation.in_bank(code) > 0);
    let code = there.find(|code| buyer(of, situation, code).is_some())?;
    let quantity = situation.in_bank(code).min(bag.free_items());
    if quantity == 0 {
        return None;
    }
    if let Err(way) = of.at_the_bank(situation, &format!("to take {code} out and sell it")) {
        return way;
    }
    let text = format!("Taking {quantity} {code} out of the bank, to sell it: {reason}");
    let items = vec![SimpleItem::new(code.clone(), quantity)];
    Some(Decision::act(Action::WithdrawItem { items }, Why::new(text)))
}

/// Who pays most gold for something that may be sold, and how much for one.
fn buyer<'a>(of: &Clearance<'_>, situation: &Situation<'a>, code: &ItemCode) -> Option<(&'a str, i64)> {
    let item = situation.data.items.get(code)?;
    if situation.setbacks.rules_out(&Subject::Sell(code.clone())) || !may_go(of, situation, item) {
        return None;
    }
    let lines = situation.data.npc_items.values().filter(|line| line.code == *code);
    let buyers = lines.filter_map(|NpcItem { npc, currency, sell_price, .. }| {
        let price = sell_price.filter(|price| *price > 0 && *currency == Currency::Gold)?;
        travel::can_reach(situation, &ContentType::Npc, npc.as_str()).then_some((npc.as_str(), price))
    });
    buyers.max_by_key(|(_, price)| *price)
}

/// Whether nobody wants an item: gear that nobody puts on and no workshop takes apart, or a resource that nothing is made
/// of, nobody is paid with, and no task asks for.
fn may_go(of: &Clearance<'_>, situation: &Situation<'_>, item: &Item) -> bool {
    let Item { code, kind, recyclable, .. } = item;
    if *kind != ItemType::Resource {
        return !recyclable && of.is_surplus(situation, item);
    }
    let data = situation.data;
    let pays = |line: &NpcItem| matches!(&line.currency, Currency::Item(coin) if coin == code);
    !of.keep.contains(code)
        && !is_material(situation, code)
        && !data.npc_items.values().any(pays)
        && !data.tasks.iter().any(|task| task.code == code.as_str())
}
