//! What everybody may hear of the exchange (RULES §15).

use super::*;
use crate::News;

/// A market whose world tells what happens.
fn told_market() -> Stage {
    let mut stage = market_with(Rules { tells_news: true, ..Rules::default() });
    stage.world.news(OPENING);
    stage
}

/// What was told but for the entries of logs.
fn told(stage: &mut Stage) -> Vec<News> {
    let mut news = stage.world.news(stage.now);
    news.retain(|news| !matches!(news, News::Logged { .. } | News::Achieved { .. }));
    news
}

#[test]
fn an_order_is_told_when_it_is_placed_and_when_it_is_taken_back() {
    for action in [sell(5, 3), ask(5, 3)] {
        let mut stage = told_market();
        let id = bobs_order(&mut stage, &action);
        let order = stage.world.exchange().order(&id).unwrap().clone();
        assert_eq!(told(&mut stage), [News::OrderPlaced(order.clone())]);
        bob_does(&mut stage, &cancel(&id));
        assert_eq!(told(&mut stage), [News::OrderCancelled(order)]);
    }
}

#[test]
fn an_order_that_was_partly_sold_is_taken_back_with_what_is_left() {
    let mut stage = told_market();
    let id = bobs_order(&mut stage, &sell(5, 3));
    stage.done(buy(&id, 2));
    told(&mut stage);
    bob_does(&mut stage, &cancel(&id));
    assert!(matches!(&told(&mut stage)[..], [News::OrderCancelled(order)] if order.quantity == 3));
}

#[test]
fn what_is_bought_is_told() {
    let mut stage = told_market();
    let id = bobs_order(&mut stage, &sell(5, 3));
    told(&mut stage);
    stage.done(buy(&id, 2));
    let sale = stage.world.exchange().sales(stage.now).next().unwrap().clone();
    assert_eq!(told(&mut stage), [News::OrderTaken { kind: OrderKind::Sell, sale }]);
}

#[test]
fn what_is_filled_is_told_and_so_is_what_waits_for_the_buyer() {
    let mut stage = told_market();
    let id = bobs_order(&mut stage, &ask(5, 3));
    told(&mut stage);
    stage.done(fill(&id, 2));
    let sale = stage.world.exchange().sales(stage.now).next().unwrap().clone();
    let pending = stage.world.account(&rivals()).unwrap().pending.values().next().unwrap().clone();
    let news = [News::OrderTaken { kind: OrderKind::Buy, sale }, News::Received(pending)];
    assert_eq!(told(&mut stage), news);
}
