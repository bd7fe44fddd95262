//! What is wrong with a request whoever sends it, and wherever the character stands (422).

use game::{Action, Refusal, RefusalCode, equipment::MAX_UTILITIES};

use crate::Rules;

/// Most lines of an equip or unequip request (RULES §8).
const MAX_EQUIP_ENTRIES: usize = 20;

/// Checks amounts and numbers of lines.
pub(crate) fn check_payload(action: &Action, rules: &Rules) -> Result<(), Refusal> {
    let at_least_one = "A quantity must be at least 1.";
    match action {
        Action::Move { .. } | Action::Transition | Action::Fight | Action::Gathering | Action::Rest => Ok(()),
        Action::Crafting { quantity, .. } | Action::Use { quantity, .. } => {
            require(*quantity > 0, at_least_one)
        }
        Action::DepositGold { quantity } | Action::WithdrawGold { quantity } => {
            require(*quantity > 0, at_least_one)
        }
        Action::Equip { items } => equip_lines(items.iter().map(|item| item.quantity)),
        Action::Unequip { items } => equip_lines(items.iter().map(|item| item.quantity)),
        Action::DepositItem { items } | Action::WithdrawItem { items } => {
            require(!items.is_empty(), "At least one item must be named.")?;
            let most = rules.max_bank_entries.unwrap_or(usize::MAX);
            require(items.len() <= most, "Too many items are named.")?;
            require(items.iter().all(|item| item.quantity > 0), at_least_one)
        }
    }
}

fn equip_lines(quantities: impl ExactSizeIterator<Item = u32>) -> Result<(), Refusal> {
    require((1..=MAX_EQUIP_ENTRIES).contains(&quantities.len()), "1 to 20 slots must be named.")?;
    let mut quantities = quantities;
    require(
        quantities.all(|quantity| (1..=MAX_UTILITIES).contains(&quantity)),
        "A quantity must be 1 to 100.",
    )
}

fn require(holds: bool, message: &str) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(Refusal::new(RefusalCode::InvalidPayload, message)) }
}
