//! Tests of deposits and withdrawals (RULES §9).

use super::*;

fn deposit(items: &[(&str, u32)]) -> Action {
    Action::DepositItem { items: items.iter().map(|(item, quantity)| some(item, *quantity)).collect() }
}

fn withdraw(items: &[(&str, u32)]) -> Action {
    Action::WithdrawItem { items: items.iter().map(|(item, quantity)| some(item, *quantity)).collect() }
}

#[test]
fn items_go_into_the_bank_and_the_reply_tells_all_it_holds() {
    let mut stage = Stage::new().at(4).carrying("key", 5).banked("feather", 3);
    let outcome = stage.done(deposit(&[("key", 2)]));
    let bank = vec![some("feather", 3), some("key", 2)];
    assert_eq!(outcome.detail, Detail::BankItems { items: vec![some("key", 2)], bank });
    assert_eq!(stage.ana().inventory.count(&code("key")), 3);
}

#[test]
fn items_come_out_of_the_bank_and_an_emptied_stack_frees_its_slot() {
    let mut stage = Stage::new().at(4).banked("feather", 3).banked("key", 3);
    stage.done(withdraw(&[("feather", 3), ("key", 1)]));
    let bank = stage.world.bank(&company()).unwrap();
    assert_eq!((bank.count(&code("key")), bank.items.len(), stage.ana().inventory.total()), (2, 1, 4));
}

#[test]
fn the_log_keeps_what_was_moved_and_not_the_whole_bank() {
    let mut stage = Stage::new().at(4).carrying("key", 1);
    stage.done(deposit(&[("key", 1)]));
    let entry = stage.world.logs(&company(), None).next().unwrap();
    assert_eq!(entry.detail, Some(Detail::BankItems { items: vec![some("key", 1)], bank: Vec::new() }));
}

fn gold(quantity: i64, bank_gold: i64) -> Detail {
    Detail::BankGold { quantity, bank_gold }
}

#[test]
fn gold_goes_in_and_out() {
    let mut stage = Stage::new().at(4).sheet(|ana| ana.gold = 100);
    assert_eq!(stage.done(Action::DepositGold { quantity: 70 }).detail, gold(70, 70));
    assert_eq!(stage.done(Action::WithdrawGold { quantity: 20 }).detail, gold(20, 50));
    assert_eq!(stage.ana().gold, 50);
}

#[test]
fn all_characters_share_the_bank_of_their_account() {
    let mut stage = Stage::new().at(4).carrying("key", 1);
    stage.done(deposit(&[("key", 1)]));
    stage.world.create_character(&company(), "Bob".parse().unwrap(), "men1", OPENING).unwrap();
    let bob = "Bob".parse().unwrap();
    stage.wait(60);
    stage.world.act(&company(), &bob, &go(4), stage.now).unwrap();
    stage.wait(60);
    let outcome = stage.world.act(&company(), &bob, &withdraw(&[("key", 1)]), stage.now).unwrap();
    assert_eq!(outcome.character.inventory.total(), 1);
}

#[test]
fn bank_404_of_what_nobody_knows() {
    assert_eq!(Stage::new().at(4).refused(deposit(&[("manna", 1)])), 404);
    assert_eq!(Stage::new().at(4).refused(withdraw(&[("manna", 1)])), 404);
}

#[test]
fn bank_422_of_nothing_and_of_more_lines_than_the_rules_allow() {
    assert_eq!(Stage::new().at(4).refused(deposit(&[])), 422);
    assert_eq!(Stage::new().at(4).carrying("key", 1).refused(deposit(&[("key", 0)])), 422);
    assert_eq!(Stage::new().at(4).refused(Action::DepositGold { quantity: 0 }), 422);
    assert_eq!(Stage::new().at(4).refused(Action::WithdrawGold { quantity: -1 }), 422);
    let strict =
        Stage::with(Rules { max_bank_entries: Some(1), ..Rules::default() }).at(4).carrying("key", 2);
    assert_eq!(strict.refused(deposit(&[("key", 1), ("key", 1)])), 422);
    Stage::new().at(4).carrying("key", 30).done(deposit(&[("key", 1); 30]));
}

#[test]
fn bank_598_away_from_the_bank() {
    assert_eq!(Stage::new().carrying("key", 1).refused(deposit(&[("key", 1)])), 598);
    assert_eq!(Stage::new().banked("key", 1).refused(withdraw(&[("key", 1)])), 598);
    assert_eq!(Stage::new().refused(Action::DepositGold { quantity: 1 }), 598);
    assert_eq!(Stage::new().refused(Action::WithdrawGold { quantity: 1 }), 598);
}

#[test]
fn deposit_478_of_more_than_is_carried() {
    assert_eq!(Stage::new().at(4).carrying("key", 3).refused(deposit(&[("key", 2), ("key", 2)])), 478);
}

#[test]
fn deposit_462_without_a_free_slot_but_not_onto_a_stack() {
    let mut stage = Stage::new().at(4).carrying("key", 1).carrying("feather", 1).banked("feather", 1);
    stage.world.state.accounts.get_mut(&company()).unwrap().bank.slots = 1;
    stage.done(deposit(&[("feather", 1)]));
    assert_eq!(stage.refused(deposit(&[("key", 1)])), 462);
}

#[test]
fn withdraw_478_of_more_than_the_bank_holds() {
    assert_eq!(Stage::new().at(4).banked("key", 1).refused(withdraw(&[("key", 2)])), 478);
}

#[test]
fn withdraw_497_without_room() {
    assert_eq!(Stage::new().at(4).banked("key", 101).refused(withdraw(&[("key", 101)])), 497);
}

#[test]
fn deposit_492_of_more_gold_than_the_character_has() {
    assert_eq!(Stage::new().at(4).refused(Action::DepositGold { quantity: 1 }), 492);
}

#[test]
fn withdraw_460_of_more_gold_than_the_bank_has() {
    assert_eq!(Stage::new().at(4).refused(Action::WithdrawGold { quantity: 1 }), 460);
}
