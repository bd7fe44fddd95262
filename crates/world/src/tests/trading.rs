//! Tests of buying from and selling to merchants (RULES §11).

use game::{data::Currency, outcome::NpcTrade};

use super::*;

fn buy(item: &str, quantity: u32) -> Action {
    Action::BuyNpc { code: code(item), quantity }
}

fn sell(item: &str, quantity: u32) -> Action {
    Action::SellNpc { code: code(item), quantity }
}

fn peddler(gold: i64) -> Stage {
    Stage::new().at(22).sheet(|ana| ana.gold = gold)
}

fn trade(item: &str, quantity: u32, currency: Currency, price: i64, total_price: i64) -> NpcTrade {
    NpcTrade { item: some(item, quantity), currency, price, total_price }
}

#[test]
fn a_merchant_takes_gold_and_pays_gold() {
    let mut stage = peddler(100);
    let bought = Detail::NpcBought(trade("feather", 3, Currency::Gold, 10, 30));
    assert_eq!(stage.done(buy("feather", 3)).detail, bought);
    let sold = Detail::NpcSold(trade("feather", 2, Currency::Gold, 2, 4));
    assert_eq!(stage.done(sell("feather", 2)).detail, sold);
    assert_eq!((stage.ana().gold, stage.ana().inventory.total()), (74, 1));
}

#[test]
fn a_trader_takes_items_and_pays_items() {
    let feathers = || Currency::Item(code("feather"));
    let mut stage = Stage::new().at(25).carrying("feather", 7).carrying("key", 2);
    let bought = Detail::NpcBought(trade("crown", 2, feathers(), 3, 6));
    assert_eq!(stage.done(buy("crown", 2)).detail, bought);
    assert_eq!(stage.done(sell("key", 2)).detail, Detail::NpcSold(trade("key", 2, feathers(), 7, 14)));
    assert_eq!(stage.ana().inventory.count(&code("feather")), 15);
}

#[test]
fn a_trade_takes_three_seconds_however_much() {
    let mut stage = peddler(1000);
    let cooldown = stage.done(buy("feather", 50)).cooldown;
    assert_eq!((cooldown.reason.as_str(), cooldown.total_seconds), ("buy_npc", 3));
    assert_eq!(stage.done(sell("feather", 50)).cooldown.reason, "sell_npc");
}

#[test]
fn npc_404_of_what_nobody_knows() {
    assert_eq!(peddler(100).refused(buy("manna", 1)), 404);
    assert_eq!(peddler(100).refused(sell("manna", 1)), 404);
}

#[test]
fn npc_422_of_nothing_and_of_more_than_a_hundred() {
    for quantity in [0, 101] {
        assert_eq!(peddler(5000).refused(buy("feather", quantity)), 422);
        assert_eq!(peddler(0).refused(sell("feather", quantity)), 422);
    }
}

#[test]
fn npc_buy_441_of_what_it_does_not_sell() {
    assert_eq!(peddler(100).refused(buy("copper_bar", 1)), 441);
    assert_eq!(peddler(100).refused(buy("cloak", 1)), 441);
}

#[test]
fn npc_sell_442_of_what_it_does_not_buy() {
    assert_eq!(peddler(0).carrying("key", 1).refused(sell("key", 1)), 442);
    assert_eq!(peddler(0).carrying("cloak", 1).refused(sell("cloak", 1)), 442);
}

#[test]
fn npc_buy_478_without_the_items_that_a_trader_asks_for() {
    assert_eq!(Stage::new().at(25).carrying("feather", 5).refused(buy("crown", 2)), 478);
}

#[test]
fn npc_sell_478_of_more_than_is_carried() {
    assert_eq!(peddler(0).carrying("feather", 1).refused(sell("feather", 2)), 478);
}

#[test]
fn npc_buy_492_without_the_gold() {
    assert_eq!(peddler(29).refused(buy("feather", 3)), 492);
}

#[test]
fn npc_497_without_room_for_what_is_bought_or_paid() {
    assert_eq!(peddler(1000).carrying("key", 99).refused(buy("feather", 2)), 497);
    assert_eq!(Stage::new().at(25).carrying("key", 100).refused(sell("key", 20)), 497);
}

#[test]
fn npc_598_away_from_any_npc() {
    assert_eq!(peddler(100).at(1).refused(buy("feather", 1)), 598);
    assert_eq!(peddler(100).at(1).carrying("feather", 1).refused(sell("feather", 1)), 598);
}
