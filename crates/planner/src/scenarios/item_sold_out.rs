//! What a plan counts on having is gone: from a merchant, from the bank, from the Grand Exchange.

use game::{Action, RefusalCode, SimpleItem};
use serde_json::json;

use super::{miner, smith};
use crate::{
    Decision,
    fixture::{Given, given},
};

fn buyer() -> Given {
    smith().carries("copper_bar", 2).carries("egg", 1).gold(10).at(10)
}

fn buy(quantity: u32) -> Action {
    Action::BuyNpc { code: "cloth".parse().unwrap(), quantity }
}

#[test]
fn goods_that_a_merchant_does_not_sell_any_more_are_planned_without_for_an_hour() {
    let mut ana = buyer();
    assert_eq!(ana.refused(RefusalCode::NotSold), buy(2));
    let decision = ana.step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert_eq!(
        why.text,
        "Cannot craft axe: no way to get 2 cloth: buy from tailor (the game refused it: No. (441))"
    );
    assert_eq!(why.unblock.as_deref(), Some("Wait: it is tried again within the hour"));
    assert_eq!(ana.minutes_later(61).action(), buy(2));
}

#[test]
fn a_merchant_who_has_left_is_looked_for_elsewhere() {
    let mut ana = buyer();
    assert_eq!(ana.refused(RefusalCode::ContentNotFound), buy(2));
    let decision = ana.step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert!(why.text.contains("the game refused every tile of it within reach"), "{why:?}");
    assert_eq!(ana.minutes_later(11).action(), buy(2));
}

#[test]
fn materials_that_a_friend_has_taken_from_the_bank_are_got_otherwise() {
    let mut ana = given("crafting", json!({"item": "dagger"})).at(2).bank_holds("copper_bar", 60);
    assert!(matches!(ana.refused(RefusalCode::MissingItem), Action::WithdrawItem { .. }));
    assert_eq!(ana.at(3).action(), Action::Gathering);
}

#[test]
fn food_that_a_friend_has_taken_from_the_bank_is_done_without() {
    let mut ana = super::fighter().at(2).bank_holds("apple", 50);
    assert!(matches!(ana.refused(RefusalCode::MissingItem), Action::WithdrawItem { .. }));
    assert_eq!(ana.at(4).action(), Action::Fight);
}

#[test]
fn what_the_bag_does_not_hold_after_all_is_not_put_away_twice() {
    let mut ana = miner().at(2).carries("copper_ore", 99).carries("egg", 1);
    assert!(
        matches!(ana.refused(RefusalCode::MissingItem), Action::DepositItem { items } if items.len() == 2)
    );
    assert!(
        matches!(ana.refused(RefusalCode::MissingItem), Action::DepositItem { items } if items.len() == 1)
    );
    let items = vec![SimpleItem::new("egg".parse().unwrap(), 1)];
    assert_eq!(ana.action(), Action::DepositItem { items });
}
