//! Tests of the bank's expansions (RULES §9).

use super::*;

fn rich(gold: i64) -> Stage {
    Stage::new().at(4).sheet(|ana| ana.gold = gold)
}

#[test]
fn an_expansion_adds_twenty_slots_and_the_next_costs_twice_as_much() {
    let mut stage = rich(20_000);
    assert_eq!(stage.done(Action::BuyBankExpansion).detail, Detail::BankExpanded { price: 3500 });
    assert_eq!(stage.done(Action::BuyBankExpansion).detail, Detail::BankExpanded { price: 7000 });
    let bank = stage.world.bank(&company()).unwrap();
    assert_eq!((bank.slots, bank.expansions, bank.next_expansion_cost), (90, 2, 14_000));
    assert_eq!(stage.ana().gold, 9500, "paid by the character");
}

#[test]
fn expansion_492_without_the_gold_in_the_purse() {
    assert_eq!(rich(3499).refused(Action::BuyBankExpansion), 492);
}

#[test]
fn expansion_598_away_from_the_bank() {
    assert_eq!(rich(3500).at(1).refused(Action::BuyBankExpansion), 598);
}
