//! A larger bank, when there are too few slots in it for something new and there is gold for it (RULES §9).

use game::Action;

use crate::{
    decision::{Decision, Why},
    setbacks::Subject,
    situation::Situation,
};

/// The next step of making the bank larger because of `reason`, for no more than this share of the gold there is in the
/// bank and the purse; `None` when it costs more.
pub(crate) fn buy(situation: &Situation<'_>, reason: &str, share: f64) -> Option<Decision> {
    let bank = situation.bank.filter(|bank| bank.next_expansion_cost > 0)?;
    let price = bank.next_expansion_cost;
    let purse = situation.character.gold;
    let too_dear = price as f64 > share * (bank.gold + purse) as f64;
    if too_dear || situation.setbacks.rules_out(&Subject::BankExpansion) {
        return None;
    }
    let lacking = price - purse;
    let trip = situation.reach().nearest_bank(situation)?;
    trip.go(&format!("to make the bank larger: {reason}")).or_else(|| {
        let decision = if lacking > 0 {
            let why = Why::new(format!("Taking {lacking} gold out of the bank, to make the bank larger"));
            Decision::act(Action::WithdrawGold { quantity: lacking }, why)
        } else {
            let text = format!("Making the bank larger: {reason}");
            Decision::act(Action::BuyBankExpansion, Why::new(text).fact("price", format!("{price} gold")))
        };
        Some(decision)
    })
}
