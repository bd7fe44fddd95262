//! Tests of the Grand Exchange (RULES §10).

use game::{
    OrderId, RefusalCode,
    exchange::{Order, OrderKind},
    outcome::OrderPart,
};

use super::*;

mod news;
mod refusals;

fn rivals() -> game::AccountName {
    "rivals".parse().unwrap()
}

/// Ana at the Grand Exchange with some gold and feathers, and Bob of the rivals beside her.
fn market() -> Stage {
    market_with(Rules::default())
}

fn market_with(rules: Rules) -> Stage {
    let mut stage = Stage::with(rules).at(27).sheet(|ana| ana.gold = 1000).carrying("feather", 20);
    stage.world.create_account(rivals(), OPENING).unwrap();
    stage.world.create_character(&rivals(), bob(), "men1", OPENING).unwrap();
    let ana = stage.ana().clone();
    let character = stage.world.state.characters.get_mut(&bob()).unwrap();
    (character.map_id, character.position, character.gold) = (ana.map_id, ana.position, 1000);
    character.inventory.add(&code("feather"), 20).unwrap();
    stage
}

/// Bob of the rivals does something.
#[track_caller]
fn bob_does(stage: &mut Stage, action: &Action) -> Detail {
    stage.now = stage.now.max(stage.world.character(&bob()).unwrap().cooldown_expiration);
    stage.world.act(&rivals(), &bob(), action, stage.now).unwrap().detail
}

fn sell(quantity: u32, price: i64) -> Action {
    Action::GeCreateSellOrder { code: code("feather"), quantity, price }
}

fn ask(quantity: u32, price: i64) -> Action {
    Action::GeCreateBuyOrder { code: code("feather"), quantity, price }
}

fn buy(id: &OrderId, quantity: u32) -> Action {
    Action::GeBuy { id: id.clone(), quantity }
}

fn fill(id: &OrderId, quantity: u32) -> Action {
    Action::GeFill { id: id.clone(), quantity }
}

fn cancel(id: &OrderId) -> Action {
    Action::GeCancel { id: id.clone() }
}

/// The order that Bob places.
#[track_caller]
fn bobs_order(stage: &mut Stage, action: &Action) -> OrderId {
    let Detail::OrderCreated { id, .. } = bob_does(stage, action) else { panic!("no order") };
    id
}

fn part(id: &OrderId, quantity: u32, price: i64, total_price: i64) -> OrderPart {
    OrderPart { id: id.clone(), item: some("feather", quantity), price, total_price }
}

#[test]
fn the_items_of_a_sell_order_and_the_gold_of_a_buy_order_wait_in_it() {
    let mut stage = market();
    stage.done(sell(5, 10));
    assert_eq!(stage.ana().inventory.count(&code("feather")), 15);
    stage.done(ask(3, 7));
    assert_eq!(stage.ana().gold, 979);
    let open: Vec<_> = stage.world.exchange().orders().map(|order| (order.kind, order.quantity)).collect();
    assert_eq!(open, [(OrderKind::Sell, 5), (OrderKind::Buy, 3)]);
}

#[test]
fn buying_takes_the_items_at_once_and_pays_the_sellers_bank() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(5, 10));
    assert_eq!(stage.done(buy(&id, 2)).detail, Detail::OrderBought(part(&id, 2, 10, 20)));
    assert_eq!((stage.ana().gold, stage.ana().inventory.count(&code("feather"))), (980, 22));
    assert_eq!(stage.world.bank(&rivals()).unwrap().gold, 20);
    assert_eq!(stage.world.exchange().order(&id).unwrap().quantity, 3);
    stage.done(buy(&id, 3));
    assert_eq!(stage.world.exchange().order(&id), None, "nothing is left of it");
}

#[test]
fn filling_pays_the_seller_at_once_and_the_items_wait_for_the_buyer() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &ask(5, 10));
    assert_eq!(stage.done(fill(&id, 2)).detail, Detail::OrderFilled(part(&id, 2, 10, 20)));
    assert_eq!((stage.ana().gold, stage.ana().inventory.count(&code("feather"))), (1020, 18));
    let waiting: Vec<_> = stage.world.account(&rivals()).unwrap().pending.values().cloned().collect();
    assert_eq!((waiting.len(), waiting[0].items.clone()), (1, vec![some("feather", 2)]));
    assert_eq!(waiting[0].source_id.as_deref(), Some(id.as_str()));
    bob_does(&mut stage, &Action::ClaimItem { id: waiting[0].id.clone() });
    assert_eq!(stage.world.character(&bob()).unwrap().inventory.count(&code("feather")), 22);
}

#[test]
fn a_cancelled_order_gives_back_what_is_left_of_it() {
    let mut stage = market();
    let (selling, buying) = (bobs_order(&mut stage, &sell(5, 10)), bobs_order(&mut stage, &ask(5, 10)));
    stage.done(buy(&selling, 2));
    stage.done(fill(&buying, 2));
    assert_eq!(bob_does(&mut stage, &cancel(&selling)), Detail::OrderCancelled(part(&selling, 3, 10, 30)));
    bob_does(&mut stage, &cancel(&buying));
    let bob = stage.world.character(&bob()).unwrap();
    assert_eq!((bob.gold, bob.inventory.count(&code("feather"))), (980, 18));
    assert_eq!(stage.world.exchange().orders().count(), 0);
}

#[test]
fn sales_are_remembered_for_seven_days() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(5, 10));
    stage.done(buy(&id, 2));
    let sold_at = stage.now;
    let sale = stage.world.exchange().sales(stage.now).next().unwrap().clone();
    assert_eq!((sale.seller, sale.buyer, sale.quantity, sale.price), (rivals(), company(), 2, 10));
    assert_eq!((sale.order_id, sale.sold_at), (id.clone(), sold_at));
    stage.wait(7 * 86_400 + 1);
    assert_eq!(stage.world.exchange().sales(stage.now).count(), 0);
    stage.done(buy(&id, 1));
    assert_eq!(stage.world.state.exchange.sales(OPENING).count(), 1, "the old one is forgotten");
}

#[test]
fn placing_a_sell_order_can_be_taxed() {
    let mut stage = market_with(Rules { exchange_tax_percent: 3, ..Rules::default() });
    stage.done(sell(5, 10));
    assert_eq!(stage.ana().gold, 998);
}

#[test]
fn every_action_on_the_exchange_takes_three_seconds_and_has_its_reason() {
    let mut stage = market();
    let (selling, buying) = (bobs_order(&mut stage, &sell(5, 10)), bobs_order(&mut stage, &ask(5, 10)));
    for (action, reason) in [
        (sell(1, 1), "sell_ge"),
        (ask(1, 1), "create_buy_order_ge"),
        (buy(&selling, 1), "buy_ge"),
        (fill(&buying, 1), "fill_buy_order_ge"),
    ] {
        let cooldown = stage.done(action).cooldown;
        assert_eq!((cooldown.reason.as_str(), cooldown.total_seconds), (reason, 3));
    }
    let own = stage.world.exchange().orders().find(|order| order.account == company()).unwrap().id.clone();
    assert_eq!(stage.done(cancel(&own)).cooldown.reason, "cancel_ge");
}
