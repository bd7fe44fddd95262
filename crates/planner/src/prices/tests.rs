//! What is known of the exchange after somebody has read or heard of it.

use game::{
    ItemCode, OrderId,
    data::{Item, NpcItem},
    exchange::{Offer, OrderKind, Sale},
};
use jiff::{SignedDuration, Timestamp};

use super::{FairBasis, OpportunityKind, PriceRead, Prices};
use crate::fixture::season;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn code() -> ItemCode {
    "copper_ore".parse().unwrap()
}

fn order(id: &str, kind: OrderKind, quantity: u32, price: i64) -> Offer {
    let created_at = minutes(-60);
    Offer { id: id.parse().unwrap(), kind, account: None, code: code(), quantity, price, created_at }
}

fn ask(id: &str, quantity: u32, price: i64) -> Offer {
    order(id, OrderKind::Sell, quantity, price)
}

fn bid(id: &str, quantity: u32, price: i64) -> Offer {
    order(id, OrderKind::Buy, quantity, price)
}

fn minutes(minutes: i64) -> Timestamp {
    NOW + SignedDuration::from_mins(minutes)
}

/// So many were sold for so much each, minutes ago.
fn sale(id: &str, ago: i64, quantity: u32, price: i64) -> Sale {
    let name = |name: &str| name.parse().unwrap();
    let order_id: OrderId = id.parse().unwrap();
    let (seller, buyer) = (name("seller"), name("buyer"));
    Sale { order_id, seller, buyer, code: code(), quantity, price, sold_at: minutes(-ago) }
}

fn swept(orders: Vec<Offer>) -> Prices {
    let mut prices = Prices::default();
    prices.begin_sweep();
    prices.swept(NOW, orders, 1);
    prices
}

fn sold(sales: impl IntoIterator<Item = Sale>) -> Prices {
    let mut prices = Prices::default();
    prices.sales_read(&code(), sales.into_iter().collect());
    prices
}

fn fair(prices: &Prices) -> Option<(f64, FairBasis)> {
    let quote = prices.quotes(&season(), NOW).remove(&code())?;
    quote.fair.map(|fair| (fair.gold, fair.basis))
}

#[test]
fn an_item_stands_at_its_best_orders_and_what_is_near_them() {
    let prices =
        swept(vec![ask("a", 10, 100), ask("b", 5, 110), ask("c", 7, 111), bid("d", 3, 90), bid("e", 4, 20)]);
    let quote = &prices.quotes(&season(), NOW)[&code()];
    let side = |side: Option<super::Side>| side.map(|side| (side.price, side.pieces));
    assert_eq!(
        (side(quote.ask), side(quote.bid), quote.spread()),
        (Some((100, 15)), Some((90, 3)), Some(10))
    );
}

#[test]
fn what_was_sold_lately_says_what_a_piece_is_worth() {
    let prices = sold([sale("a", 5, 4, 10), sale("b", 5, 4, 12)]);
    assert_eq!(fair(&prices), Some((11.0, FairBasis::Sales { pieces: 8 })));
}

#[test]
fn an_absurd_sale_or_offer_changes_nothing() {
    let sane = (0..5).map(|number| sale("a", number, 4, 10));
    let mut prices = sold(sane.chain([sale("b", 9, 1, 1_000_000)]));
    prices.order_placed(ask("c", 1, 1_000_000_000));
    assert_eq!(fair(&prices).unwrap().0, 10.0);
}

#[test]
fn what_was_sold_long_ago_counts_less() {
    let prices = sold([sale("a", 0, 4, 10), sale("b", 72 * 60, 4, 19)]);
    assert_eq!(fair(&prices).unwrap().0, 11.0);
}

#[test]
fn without_sales_several_must_agree() {
    assert_eq!(fair(&swept(vec![ask("a", 1, 12), bid("b", 1, 8)])), Some((10.0, FairBasis::Orders)));
    assert_eq!(fair(&swept(vec![ask("a", 1, 1000), bid("b", 1, 8)])), None);
    assert_eq!(
        fair(&swept(vec![ask("a", 1, 12), ask("b", 1, 13)])),
        None,
        "one account, or nobody knows whose"
    );
    let by = |account: &str, order| Offer { account: Some(account.parse().unwrap()), ..order };
    let several = vec![by("one", ask("a", 1, 12)), by("another", ask("b", 1, 13))];
    assert_eq!(fair(&swept(several)), Some((12.0, FairBasis::Orders)));
}

#[test]
fn what_nobody_trades_is_worth_its_ingredients() {
    let (data, prices) = (with_sword(), sold([sale("a", 5, 4, 10)]));
    let worth = super::fair::all(&prices.goods, &data, NOW);
    let sword = &worth[&"sword".parse().unwrap()];
    assert_eq!((sword.gold, sword.basis), (60.0, FairBasis::Ingredients));
}

/// A season in which a sword is made of six copper ore.
fn with_sword() -> game::GameData {
    let mut lists = season().to_lists();
    let sword = |item: &&mut Item| item.code.as_str() == "sword";
    let craft = serde_json::json!({"skill": "weaponcrafting", "level": 1, "quantity": 1,
        "items": [{"code": "copper_ore", "quantity": 6}]});
    lists.items.iter_mut().find(sword).unwrap().craft = Some(serde_json::from_value(craft).unwrap());
    game::GameData::new(lists).unwrap()
}

/// A season in which the merchant who is always there sells and buys copper ore.
fn with_merchant(buy_price: i64, sell_price: i64) -> game::GameData {
    let mut lists = season().to_lists();
    let line = lists.npc_items.first().cloned().expect("the season has a merchant");
    let (buy_price, sell_price) = (Some(buy_price), Some(sell_price));
    lists.npc_items.push(NpcItem { code: code(), buy_price, sell_price, ..line });
    game::GameData::new(lists).unwrap()
}

#[test]
fn a_merchant_sets_limits() {
    let worth = |gold| {
        let prices = sold([sale("a", 5, 4, gold)]);
        prices.quotes(&with_merchant(20, 5), NOW)[&code()].fair.as_ref().unwrap().gold
    };
    assert_eq!([3, 10, 30].map(worth), [5.0, 10.0, 20.0]);
}

#[test]
fn who_sells_below_or_buys_above_a_merchant_is_an_opportunity() {
    let prices =
        swept(vec![ask("a", 10, 3), ask("b", 4, 4), ask("c", 9, 5), bid("d", 2, 25), bid("e", 9, 2)]);
    let all = prices.opportunities(&with_merchant(20, 5), NOW);
    let told: Vec<_> = all.iter().map(|one| (one.kind, one.pieces, one.gold())).collect();
    let expected = [
        (OpportunityKind::Between, 2, 44.0),
        (OpportunityKind::ToMerchant, 14, 24.0),
        (OpportunityKind::FromMerchant, 2, 10.0),
    ];
    assert_eq!(told, expected);
    assert!(
        all[1].words.starts_with("Buy 14 copper_ore from those who ask less than 5 gold"),
        "{}",
        all[1].words
    );
}

#[test]
fn what_is_worth_more_than_its_ingredients_is_an_opportunity() {
    let mut prices = sold([sale("a", 5, 4, 10)]);
    let sword: ItemCode = "sword".parse().unwrap();
    prices.sales_read(&sword, vec![Sale { code: sword.clone(), ..sale("b", 5, 3, 80) }]);
    let all = prices.opportunities(&with_sword(), NOW);
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!((all[0].kind, all[0].gold_each, all[0].pieces), (OpportunityKind::Crafting, 20.0, 3));
}

#[test]
fn a_sale_that_is_told_and_read_counts_once() {
    let mut prices = swept(vec![ask("a", 10, 3)]);
    prices.sold(sale("a", 0, 4, 3));
    prices.sales_read(&code(), vec![sale("a", 0, 4, 3)]);
    let quote = &prices.quotes(&season(), NOW)[&code()];
    assert_eq!((quote.pieces_per_day, quote.gold_per_day, quote.ask.unwrap().pieces), (4, 12, 6));
}

#[test]
fn what_several_accounts_hear_counts_once() {
    let mut prices = swept(vec![ask("a", 10, 3)]);
    prices.sold(sale("a", 0, 4, 3));
    prices.sold(sale("a", 0, 4, 3));
    prices.order_cancelled(&code(), &"b".parse().unwrap());
    prices.order_placed(ask("b", 1, 1));
    let quote = &prices.quotes(&season(), NOW)[&code()];
    assert_eq!(quote.ask.map(|side| (side.price, side.pieces)), Some((3, 6)));
}

#[test]
fn who_may_have_missed_something_sweeps_again() {
    let mut prices = swept(vec![]);
    prices.fall_behind();
    assert_eq!(prices.next_read(true, minutes(15)), Some(PriceRead::Sweep(1)));
    prices.swept(minutes(15), vec![], 1);
    assert_eq!(prices.next_read(true, minutes(40)), None);
}

#[test]
fn a_sweep_does_not_undo_what_was_told_while_it_went_on() {
    let mut prices = Prices::default();
    prices.begin_sweep();
    prices.order_cancelled(&code(), &"gone".parse().unwrap());
    prices.order_placed(Offer { created_at: minutes(1), ..ask("new", 1, 9) });
    prices.swept(NOW, vec![ask("gone", 1, 5), ask("there", 1, 7)], 1);
    let ids: Vec<_> = prices.book(&code()).map(|order| order.id.as_str().to_owned()).collect();
    assert_eq!(ids, ["new", "there"]);
}

#[test]
fn sweeps_take_turns_with_the_sales_of_what_has_changed() {
    let mut prices = Prices::default();
    let next = |prices: &Prices, told, at| prices.next_read(told, minutes(at));
    assert_eq!(next(&prices, false, 0), Some(PriceRead::Sweep(1)));
    prices.swept(NOW, vec![ask("a", 10, 3)], 1);
    assert_eq!(next(&prices, false, 1), Some(PriceRead::Sales(code())));
    prices.sales_read(&code(), Vec::new());
    assert_eq!(next(&prices, false, 2), None, "nothing has changed since");
    assert_eq!(next(&prices, false, 15), Some(PriceRead::Sweep(1)));
    assert_eq!(next(&prices, true, 15), None, "who is told of changes need not look");
    assert_eq!(next(&prices, true, 6 * 60), Some(PriceRead::Sweep(1)), "but for what was lost");
}

#[test]
fn hours_are_kept_when_they_say_something_new() {
    let mut prices = swept(vec![ask("a", 10, 3)]);
    prices.sold(sale("a", 0, 4, 3));
    let note = |prices: &mut Prices, at| {
        let hours = prices.note_hours(&season(), minutes(at));
        hours.iter().map(|hour| (hour.ask, hour.pieces)).collect::<Vec<_>>()
    };
    assert_eq!(note(&mut prices, 1), [(Some(3), 4)]);
    assert_eq!(note(&mut prices, 2), [], "as it was");
    prices.sold(sale("a", -3, 5, 3));
    assert_eq!(note(&mut prices, 4), [(Some(3), 9)]);
    assert_eq!(note(&mut prices, 61), [], "another hour, and as before");
    prices.sold(sale("a", -62, 1, 3));
    assert_eq!(note(&mut prices, 63), [(None, 1)], "the order is gone");
}

#[test]
fn what_was_kept_is_known_again_and_not_counted_twice() {
    let mut prices = sold([sale("a", 5, 4, 10), sale("b", 5, 4, 12)]);
    let hours = prices.note_hours(&season(), NOW);
    let mut restored = Prices::default();
    restored.restore(hours);
    assert_eq!(fair(&restored), Some((11.0, FairBasis::Sales { pieces: 8 })));
    restored.sales_read(&code(), vec![sale("a", 5, 4, 10)]);
    assert_eq!(fair(&restored).unwrap().1, FairBasis::Sales { pieces: 8 });
    restored.forget(minutes(8 * 24 * 60));
    assert_eq!(fair(&restored), None);
}

#[test]
fn what_was_dealt_in_with_an_order_is_counted_from_a_moment_on() {
    let prices = sold([sale("mine", 30, 5, 4), sale("mine", 10, 3, 4), sale("other", 5, 7, 4)]);
    assert_eq!(prices.pieces_dealt(&ask("mine", 10, 4), minutes(-20)), 3);
}

#[test]
fn the_orders_of_an_account_are_known_as_soon_as_it_has_read_them() {
    let team = "team".parse().unwrap();
    let mut prices = swept(vec![ask("theirs", 10, 4)]);
    prices.account_read(&team, minutes(1), vec![ask("mine", 10, 6), ask("other", 5, 7)]);
    prices.account_read(&team, minutes(2), vec![ask("mine", 4, 6)]);
    let known: Vec<_> = prices.book(&code()).map(|order| (order.id.as_str(), order.quantity)).collect();
    assert_eq!(known, [("mine", 4), ("theirs", 10)]);
    assert_eq!(prices.next_read(true, minutes(3)), Some(PriceRead::Sales(code())), "it may have been sold");
}
