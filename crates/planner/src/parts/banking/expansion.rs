//! A larger bank, when there is no slot in it for something new and there is gold for it (RULES §9).

use game::Action;

use crate::{
    decision::{Decision, Why},
    setbacks::Subject,
    situation::Situation,
};

/// The next step of making the bank larger because of `reason`; `None` when it has free slots, or costs too much.
pub(super) fn buy(situation: &Situation<'_>, reason: &str) -> Option<Decision> {
    let bank = situation.bank.filter(|bank| bank.free_slots() == 0 && bank.next_expansion_cost > 0)?;
    let price = bank.next_expansion_cost;
    let lacking = price.saturating_sub(situation.character.gold);
    if lacking > bank.gold || situation.setbacks.rules_out(&Subject::BankExpansion) {
        return None;
    }
    let trip = situation.reach().nearest_bank(situation)?;
    let slots = bank.slots;
    trip.go(&format!("to make the bank larger, whose {slots} slots are taken")).or_else(|| {
        let decision = if lacking > 0 {
            let why = Why::new(format!("Taking {lacking} gold out of the bank, to make the bank larger"));
            Decision::act(Action::WithdrawGold { quantity: lacking }, why)
        } else {
            let text = format!("{reason}, and all {slots} slots of the bank are taken: making it larger");
            Decision::act(Action::BuyBankExpansion, Why::new(text).fact("price", format!("{price} gold")))
        };
        Some(decision)
    })
}
