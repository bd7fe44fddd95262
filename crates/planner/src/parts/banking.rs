//! Bank trips: when the bag has to be emptied, what goes into the bank and what stays (RULES §8, §9).

pub(crate) mod expansion;
mod room;

use game::{
    Action, Bank, Inventory, ItemCode, SimpleItem,
    data::{Item, ItemType},
};

use crate::{
    decision::{Decision, Why},
    parts::healing,
    setbacks::Subject,
    situation::Situation,
};
pub(crate) use room::{Room, room};

/// What stays in the bag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keep<'a> {
    /// These, whatever they are.
    pub(crate) codes: &'a [ItemCode],
    /// What can be eaten, as much as is worth carrying; the rest is loot like any other.
    pub(crate) food: bool,
    /// Potions that are worn in fights.
    pub(crate) utilities: bool,
    /// Tools of the gathering skills.
    pub(crate) tools: bool,
}

impl Keep<'_> {
    fn keeps(&self, situation: &Situation<'_>, code: &ItemCode) -> bool {
        let Some(item) = situation.data.items.get(code) else { return self.codes.contains(code) };
        self.codes.contains(code)
            || (self.food && is_own_food(situation, item))
            || (self.utilities && item.kind == ItemType::Utility)
            || (self.tools && item.is_tool())
    }
}

/// The next step of emptying the bag: `None` when it need not be emptied now.
///
/// A tight bag is emptied only when that makes much room, or a bag full of things to keep would be carried to the bank
/// after every single yield.
pub(crate) fn empty_bag(situation: &Situation<'_>, room: Room, keep: Keep<'_>) -> Option<Decision> {
    if room == Room::Enough {
        return None;
    }
    let load = load(situation, keep);
    if room == Room::Tight && !is_relief(situation, &load) {
        return None;
    }
    let fill = room::fill(situation);
    let left = spare(situation, keep).len() > load.len();
    if left && let Some(step) = enlarge(situation, &fill) {
        return Some(step);
    }
    if load.is_empty() {
        return Some(nothing_to_deposit(situation, keep, &fill));
    }
    Some(carry(situation, load, &fill))
}

/// The next step of making a bank larger that has no free slot, whatever that costs.
fn enlarge(situation: &Situation<'_>, fill: &str) -> Option<Decision> {
    let slots = situation.bank.filter(|bank| bank.free_slots() == 0)?.slots;
    expansion::buy(situation, &format!("{fill}, and all {slots} slots of the bank are taken"), 1.0)
}

/// The next step of putting everything away that may go to the bank; `None` when there is nothing of it.
pub(crate) fn put_all_away(situation: &Situation<'_>, keep: Keep<'_>, reason: &str) -> Option<Decision> {
    let load = load(situation, keep);
    (!load.is_empty()).then(|| carry(situation, load, reason))
}

/// Takes the load to the nearest bank, or puts it in.
fn carry(situation: &Situation<'_>, load: Vec<SimpleItem>, reason: &str) -> Decision {
    let Some(trip) = situation.reach().nearest_bank(situation) else {
        let text = format!("{reason}, and no way leads to a bank from {}", situation.character.position);
        return Decision::blocked(text, "Empty the bag, or bring the character where a bank can be reached");
    };
    let (fill, seconds) = (room::fill(situation), format!("{} s", trip.seconds));
    let why = |text: String| Why::new(text).fact("bag", fill).fact("bank trip", seconds);
    match trip.next {
        Some(action) => {
            let text = format!("{reason}: taking {} to the bank at {}", list(&load), trip.at);
            Decision::act(action, why(text))
        }
        None => {
            let text = format!("{reason}: putting {} into the bank", list(&load));
            Decision::act(Action::DepositItem { items: load }, why(text))
        }
    }
}

/// Whether emptying the bag would free half of it, by items or by slots.
pub(crate) fn relieves(situation: &Situation<'_>, keep: Keep<'_>) -> bool {
    is_relief(situation, &load(situation, keep))
}

/// Whether an item in the bag may be put away.
pub(crate) fn may_deposit(situation: &Situation<'_>, keep: Keep<'_>, code: &ItemCode) -> bool {
    !keep.keeps(situation, code) && !situation.setbacks.rules_out(&Subject::Deposit(code.clone()))
}

/// The decision about a full bag that may not be emptied, because of the configuration's `field`.
pub(crate) fn full_for_good(situation: &Situation<'_>, field: &str) -> Decision {
    let text = format!("{}, and `{field}` says not to take anything to the bank", room::fill(situation));
    Decision::blocked(text, format!("Empty the bag, or change `{field}`"))
}

/// Takes one thing to the bank: `None` when there is none of it, or the bank does not take it now.
pub(crate) fn put_away(situation: &Situation<'_>, item: &SimpleItem) -> Option<Decision> {
    let setbacks = situation.setbacks;
    let new = situation.bank.is_some_and(|bank| bank.count(&item.code) == 0);
    let no_slot =
        situation.bank.is_some_and(|bank| bank.free_slots() == 0) || setbacks.rules_out(&Subject::BankSlots);
    if item.quantity == 0 || (new && no_slot) || setbacks.rules_out(&Subject::Deposit(item.code.clone())) {
        return None;
    }
    let what = format!("{} {}", item.quantity, item.code);
    let trip = situation.reach().nearest_bank(situation)?;
    trip.go(&format!("to put {what} into the bank")).or_else(|| {
        let why = Why::new(format!("Putting {what} into the bank"));
        Some(Decision::act(Action::DepositItem { items: vec![item.clone()] }, why))
    })
}

/// Puts gold beyond `keep` into the bank, when the character happens to stand there.
pub(crate) fn deposit_gold(situation: &Situation<'_>, keep: Option<u64>) -> Option<Decision> {
    let surplus = situation.character.gold.saturating_sub_unsigned(keep?);
    if surplus <= 0 || !situation.stands_on_bank() || situation.setbacks.rules_out(&Subject::BankGold) {
        return None;
    }
    let why = Why::new(format!("Putting {surplus} gold into the bank while standing there"));
    Some(Decision::act(Action::DepositGold { quantity: surplus }, why))
}

/// Takes gold out of the bank, for a purpose such as "to buy cloth"; `None` when nothing is `lacking`.
pub(crate) fn fetch_gold(situation: &Situation<'_>, lacking: i64, purpose: &str) -> Option<Decision> {
    if lacking <= 0 {
        return None;
    }
    let Some(trip) = situation.reach().nearest_bank(situation) else {
        let text = format!("Cannot take {lacking} gold out of the bank {purpose}: no way leads to one");
        return Some(Decision::blocked(text, "Bring the character where a bank can be reached"));
    };
    trip.go(&format!("to take {lacking} gold out of the bank {purpose}")).or_else(|| {
        let why = Why::new(format!("Taking {lacking} gold out of the bank {purpose}"));
        Some(Decision::act(Action::WithdrawGold { quantity: lacking }, why))
    })
}

/// Everything in the bag that may go to the bank.
fn spare(situation: &Situation<'_>, keep: Keep<'_>) -> Vec<SimpleItem> {
    let bag = &situation.character.inventory;
    let mut provision = if keep.food { healing::provision_size(bag) } else { 0 };
    let mut spare = Vec::new();
    for stack in bag.items() {
        let item = situation.data.items.get(&stack.code);
        let is_food = keep.food && item.is_some_and(|item| is_own_food(situation, item));
        if is_food && !keep.codes.contains(&stack.code) {
            let eaten = stack.quantity.min(provision);
            provision -= eaten;
            if stack.quantity > eaten && may_deposit(situation, Keep { food: false, ..keep }, &stack.code) {
                spare.push(SimpleItem::new(stack.code.clone(), stack.quantity - eaten));
            }
        } else if may_deposit(situation, keep, &stack.code) {
            spare.push(stack.clone());
        }
    }
    spare
}

/// Whether something can be eaten by this character.
fn is_own_food(situation: &Situation<'_>, item: &Item) -> bool {
    healing::is_food(item) && situation.may_use(item)
}

/// Everything that may go to the bank and that the bank has slots for.
fn load(situation: &Situation<'_>, keep: Keep<'_>) -> Vec<SimpleItem> {
    let setbacks = situation.setbacks;
    let mut free = if setbacks.rules_out(&Subject::BankSlots) {
        0
    } else {
        situation.bank.map_or(usize::MAX, Bank::free_slots)
    };
    let mut load: Vec<SimpleItem> = Vec::new();
    for stack in spare(situation, keep) {
        if let Some(line) = load.iter_mut().find(|line| line.code == stack.code) {
            line.quantity += stack.quantity;
            continue;
        }
        if situation.bank.is_none_or(|bank| bank.count(&stack.code) == 0) {
            let Some(left) = free.checked_sub(1) else { continue };
            free = left;
        }
        load.push(stack);
    }
    if setbacks.rules_out(&Subject::Together) {
        load.truncate(1);
    }
    load
}

/// Whether putting the load away frees half of the bag, by items or by slots.
fn is_relief(situation: &Situation<'_>, load: &[SimpleItem]) -> bool {
    let items: u32 = load.iter().map(|line| line.quantity).sum();
    items >= situation.character.inventory.max_items / 2 || load.len() >= Inventory::SLOTS / 2
}

fn nothing_to_deposit(situation: &Situation<'_>, keep: Keep<'_>, fill: &str) -> Decision {
    let bag = &situation.character.inventory;
    let all_kept = bag.items().all(|stack| keep.keeps(situation, &stack.code));
    if all_kept {
        let text = format!("{fill}, and nothing in it may go to the bank");
        return Decision::blocked(text, "Take things out of the bag, or shorten the keep list");
    }
    let bank = situation.bank.map_or_else(String::new, |bank| format!(" ({} slots)", bank.slots));
    let text =
        format!("{fill}, and the bank{bank} takes nothing of it: it has no free slot or refused the items");
    Decision::blocked(text, "Free a slot in the bank, or bring the gold for a bank expansion")
}

/// "93 copper_ore and 7 egg"; the three greatest when there are many.
pub(crate) fn list(load: &[SimpleItem]) -> String {
    let mut lines: Vec<_> = load.iter().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.quantity));
    let mut words: Vec<_> =
        lines.iter().take(3).map(|line| format!("{} {}", line.quantity, line.code)).collect();
    if lines.len() > 3 {
        words.push(format!("{} other kinds", lines.len() - 3));
    }
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests;
