//! What the Grand Exchange refuses, by code (RULES §10).

use super::*;

fn nobodys() -> OrderId {
    "67337920ef441b2c7466d5e8".parse().unwrap()
}

/// The company has a hundred orders.
fn crowded() -> Stage {
    let mut stage = market();
    for number in 0..100 {
        stage.world.state.exchange.open(Order {
            id: format!("{number:024x}").parse().unwrap(),
            kind: OrderKind::Sell,
            account: company(),
            code: code("feather"),
            quantity: 1,
            price: 1,
            created_at: OPENING,
        });
    }
    stage
}

#[test]
fn exchange_404_of_unknown_items_and_orders_and_of_orders_of_the_other_kind() {
    let manna = code("manna");
    let order = Action::GeCreateSellOrder { code: manna.clone(), quantity: 1, price: 1 };
    assert_eq!(market().refused(order), 404);
    assert_eq!(market().refused(Action::GeCreateBuyOrder { code: manna, quantity: 1, price: 1 }), 404);
    for action in [buy(&nobodys(), 1), fill(&nobodys(), 1), cancel(&nobodys())] {
        assert_eq!(market().refused(action), 404);
    }
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(1, 1));
    assert_eq!(stage.refused(fill(&id, 1)), 404);
    let mut stage = market();
    let id = bobs_order(&mut stage, &ask(1, 1));
    assert_eq!(stage.refused(buy(&id, 1)), 404);
}

#[test]
fn exchange_422_of_nothing_too_much_or_an_impossible_price() {
    for (quantity, price) in [(0, 1), (101, 1), (1, 0), (1, 1_000_000_001)] {
        assert_eq!(market().refused(sell(quantity, price)), 422);
        assert_eq!(market().refused(ask(quantity, price)), 422);
    }
    assert_eq!(market().refused(buy(&nobodys(), 0)), 422);
    assert_eq!(market().refused(fill(&nobodys(), 0)), 422);
}

#[test]
fn exchange_433_after_a_hundred_orders_of_the_account() {
    assert_eq!(crowded().refused(sell(1, 1)), RefusalCode::TooManyOrders.number());
    assert_eq!(crowded().refused(ask(1, 1)), 433);
}

#[test]
fn exchange_434_of_more_than_the_order_has_left() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(2, 1));
    assert_eq!(stage.refused(buy(&id, 3)), 434);
    let mut stage = market();
    let id = bobs_order(&mut stage, &ask(2, 1));
    assert_eq!(stage.refused(fill(&id, 3)), 434);
}

#[test]
fn exchange_435_with_an_order_of_ones_own_account() {
    for (order, take) in [(sell(1, 1), buy as fn(&OrderId, u32) -> Action), (ask(1, 1), fill)] {
        let mut stage = market();
        let Detail::OrderCreated { id, .. } = stage.done(order).detail else { panic!("no order") };
        assert_eq!(stage.refused(take(&id, 1)), 435);
    }
}

#[test]
fn exchange_437_of_what_cannot_be_traded() {
    let coin = || code("tasks_coin");
    let stage = market().carrying("tasks_coin", 1);
    assert_eq!(stage.refused(Action::GeCreateSellOrder { code: coin(), quantity: 1, price: 1 }), 437);
    assert_eq!(market().refused(Action::GeCreateBuyOrder { code: coin(), quantity: 1, price: 1 }), 437);
}

#[test]
fn cancel_438_of_somebody_elses_order() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(1, 1));
    assert_eq!(stage.refused(cancel(&id)), 438);
}

#[test]
fn exchange_478_without_the_items_to_sell() {
    assert_eq!(market().refused(sell(21, 1)), 478);
    let mut stage = market();
    let id = bobs_order(&mut stage, &ask(30, 1));
    assert_eq!(stage.refused(fill(&id, 21)), 478);
}

#[test]
fn exchange_492_without_the_gold_to_pay() {
    assert_eq!(market().refused(ask(1, 1001)), 492);
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(1, 1001));
    assert_eq!(stage.refused(buy(&id, 1)), 492);
}

#[test]
fn exchange_497_without_room_for_what_is_bought_or_taken_back() {
    let mut stage = market();
    let id = bobs_order(&mut stage, &sell(5, 1));
    assert_eq!(stage.carrying("key", 76).refused(buy(&id, 5)), 497);
    let mut stage = market();
    let Detail::OrderCreated { id, .. } = stage.done(sell(5, 1)).detail else { panic!("no order") };
    assert_eq!(stage.carrying("key", 81).refused(cancel(&id)), 497);
}

#[test]
fn exchange_598_away_from_it() {
    for action in [sell(1, 1), ask(1, 1), buy(&nobodys(), 1), fill(&nobodys(), 1), cancel(&nobodys())] {
        assert_eq!(market().at(1).refused(action), 598);
    }
}
