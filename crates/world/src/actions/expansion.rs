//! Making the account's bank larger (RULES §9).

use game::{Detail, Refusal, bank, cooldown};

use super::{Done, bank::check_place};
use crate::scene::Scene;

pub(super) fn buy(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    check_place(scene)?;
    let price = scene.account.bank.next_expansion_cost;
    scene.pay(price)?;
    let held = &mut scene.account.bank;
    held.slots = held.slots.saturating_add(bank::EXPANSION_SLOTS);
    held.expansions += 1;
    held.next_expansion_cost = bank::expansion_cost(held.expansions);
    Ok(Done {
        detail: Detail::BankExpanded { price },
        seconds: cooldown::OTHER,
        description: format!("{} bought a bank expansion for {price} gold.", scene.character.name),
    })
}
