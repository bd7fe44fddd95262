//! What is wrong with a request whoever sends it, and wherever the character stands (422).

use game::{Action, Refusal, RefusalCode, SimpleItem, equipment::MAX_UTILITIES, exchange};

use crate::{Rules, roster};

/// Most lines of an equip or unequip request (RULES §8).
const MAX_EQUIP_ENTRIES: usize = 20;

const AT_LEAST_ONE: &str = "A quantity must be at least 1.";

/// Most items of one trade with an NPC (RULES §11).
const MAX_NPC_QUANTITY: u32 = 100;
/// Most lines of a gift (RULES §9).
const MAX_GIVEN_ENTRIES: usize = 20;

/// Checks amounts and numbers of lines.
///
/// # Errors
/// What is wrong with them.
pub fn check_payload(action: &Action, rules: &Rules) -> Result<(), Refusal> {
    match action {
        Action::Move { .. }
        | Action::Transition
        | Action::Fight
        | Action::Gathering
        | Action::Rest
        | Action::BuyBankExpansion
        | Action::TaskNew
        | Action::TaskComplete
        | Action::TaskCancel
        | Action::TaskExchange
        | Action::ClaimItem { .. }
        | Action::GeCancel { .. }
        | Action::ChangeSkin { .. } => Ok(()),
        Action::MultiFight { participants } => match &**participants {
            [_] => Ok(()),
            [one, other] if one != other => Ok(()),
            _ => require(false, "One or two others must be named, each once."),
        },
        Action::Rename { name } => require(roster::is_long_enough(name), roster::NAME_LENGTH),
        Action::GeCreateSellOrder { quantity, price, .. }
        | Action::GeCreateBuyOrder { quantity, price, .. } => {
            require((1..=exchange::MAX_QUANTITY).contains(quantity), "A quantity must be 1 to 100.")?;
            require((1..=exchange::MAX_PRICE).contains(price), "A price must be 1 to 1000000000.")
        }
        Action::Crafting { quantity, .. }
        | Action::Use { quantity, .. }
        | Action::Recycling { quantity, .. }
        | Action::TaskTrade { quantity, .. }
        | Action::GeBuy { quantity, .. }
        | Action::GeFill { quantity, .. }
        | Action::DeleteItem { quantity, .. } => require(*quantity > 0, AT_LEAST_ONE),
        Action::BuyNpc { quantity, .. } | Action::SellNpc { quantity, .. } => {
            require((1..=MAX_NPC_QUANTITY).contains(quantity), "A quantity must be 1 to 100.")
        }
        Action::DepositGold { quantity }
        | Action::WithdrawGold { quantity }
        | Action::GiveGold { quantity, .. } => require(*quantity > 0, AT_LEAST_ONE),
        Action::Equip { items } => equip_lines(items.iter().map(|item| item.quantity)),
        Action::Unequip { items } => equip_lines(items.iter().map(|item| item.quantity)),
        Action::DepositItem { items } | Action::WithdrawItem { items } => {
            item_lines(items, rules.max_bank_entries.unwrap_or(usize::MAX))
        }
        Action::GiveItem { items, .. } => item_lines(items, MAX_GIVEN_ENTRIES),
    }
}

fn item_lines(items: &[SimpleItem], most: usize) -> Result<(), Refusal> {
    require(!items.is_empty(), "At least one item must be named.")?;
    require(items.len() <= most, "Too many items are named.")?;
    require(items.iter().all(|item| item.quantity > 0), AT_LEAST_ONE)
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
