//! Making the account's bank larger (RULES §9).

use game::{Detail, Refusal, cooldown};

use super::{Done, bank::check_place};
use crate::scene::Scene;

pub(super) fn buy(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    check_place(scene)?;
    let price = scene.account.bank.next_expansion_cost;
    scene.pay(price)?;
    scene.account.bank.expand();
    Ok(Done {
        detail: Detail::BankExpanded { price },
        seconds: cooldown::OTHER,
        description: format!("{} bought a bank expansion for {price} gold.", scene.character.name),
    })
}
