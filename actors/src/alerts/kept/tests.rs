//! What rules tell of an exchange that changes from look to look, and what they do not tell again.

use game::exchange::{Offer, OrderKind, Sale};

use super::*;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn offer(id: &str, price: i64, quantity: u32) -> Offer {
    let account = Some("team".parse().unwrap());
    let (id, code, created_at) = (id.parse().unwrap(), "copper_ore".parse().unwrap(), NOW);
    Offer { id, kind: OrderKind::Sell, account, code, quantity, price, created_at }
}

fn prices(orders: impl IntoIterator<Item = Offer>) -> Prices {
    let mut prices = Prices::default();
    prices.begin_sweep();
    prices.swept(NOW, orders.into_iter().collect(), 1);
    prices
}

/// What is told at a look by a company whose account is `team`, the newest first.
fn told(kept: &mut Kept, prices: &Prices) -> Vec<String> {
    let before = kept.firings.len();
    kept.look(prices, &GameData::default(), &["team".parse().unwrap()].into(), Clock::simulated(NOW));
    kept.firings[..kept.firings.len() - before].iter().map(|firing| firing.words.clone()).collect()
}

fn with(when: AlertWhen, limit: Option<f64>) -> Kept {
    let item = Some("copper_ore".parse().unwrap());
    let mut kept = Kept::default();
    kept.create(AlertRule { when, item, limit }, "words".to_owned(), Clock::simulated(NOW)).unwrap();
    kept
}

/// The same after a restart.
fn restarted(kept: &Kept) -> Kept {
    serde_json::from_str(&serde_json::to_string(kept).unwrap()).unwrap()
}

/// Somebody buys so many out of an order, so many minutes from now.
fn sold(prices: &mut Prices, id: &str, quantity: u32) {
    prices.sold(Sale {
        order_id: id.parse().unwrap(),
        seller: "team".parse().unwrap(),
        buyer: "somebody".parse().unwrap(),
        code: "copper_ore".parse().unwrap(),
        quantity,
        price: 6,
        sold_at: NOW + SignedDuration::from_mins(quantity.into()),
    });
}

#[test]
fn a_rule_tells_once_and_again_only_after_it_has_ceased_to_hold() {
    let mut kept = with(AlertWhen::AskBelow, Some(5.0));
    let (cheap, dear) = (prices([offer("a", 4, 1)]), prices([offer("a", 9, 1)]));
    let looks = [&dear, &cheap, &cheap, &dear, &cheap].map(|prices| told(&mut kept, prices).len());
    assert_eq!(looks, [0, 1, 0, 0, 1]);
    assert_eq!(kept.firings[0].words, "Sellers ask 4 gold for copper_ore, less than 5");
}

#[test]
fn what_was_told_is_not_told_again_after_a_restart_nor_before_the_orders_are_read() {
    let mut kept = with(AlertWhen::AskBelow, Some(5.0));
    let cheap = prices([offer("a", 4, 1)]);
    told(&mut kept, &cheap);
    let mut kept = restarted(&kept);
    assert_eq!(told(&mut kept, &Prices::default()), Vec::<String>::new());
    assert_eq!(told(&mut kept, &cheap), Vec::<String>::new());
}

#[test]
fn a_rule_that_was_changed_tells_anew() {
    let mut kept = with(AlertWhen::AskBelow, Some(5.0));
    let cheap = prices([offer("a", 4, 1)]);
    told(&mut kept, &cheap);
    let Rule { id, rule, .. } = kept.rules[0].clone();
    kept.change(id, AlertRule { limit: Some(6.0), ..rule }, "words".to_owned()).unwrap();
    assert_eq!(told(&mut kept, &cheap), ["Sellers ask 4 gold for copper_ore, less than 6"]);
}

#[test]
fn what_others_buy_of_an_own_order_is_told_piece_by_piece() {
    let mut kept = with(AlertWhen::OrderFilled, None);
    let mut prices = prices([offer("mine", 6, 10)]);
    assert_eq!(told(&mut kept, &prices), Vec::<String>::new());
    sold(&mut prices, "mine", 3);
    assert_eq!(told(&mut kept, &prices), ["team has sold 3 copper_ore for 18 gold"]);
    let mut kept = restarted(&kept);
    sold(&mut prices, "mine", 7);
    assert_eq!(told(&mut kept, &prices), ["team has sold 7 copper_ore for 42 gold"], "though it is gone");
    assert_eq!(told(&mut kept, &prices), Vec::<String>::new());
}

#[test]
fn an_own_order_that_was_taken_back_and_what_others_sell_is_not_told() {
    let mut kept = with(AlertWhen::OrderFilled, None);
    let stranger = Offer { account: Some("stranger".parse().unwrap()), ..offer("theirs", 6, 10) };
    let mut prices = prices([offer("mine", 6, 10), stranger]);
    told(&mut kept, &prices);
    sold(&mut prices, "theirs", 3);
    prices.order_cancelled(&"copper_ore".parse().unwrap(), &"mine".parse().unwrap());
    assert_eq!(told(&mut kept, &prices), Vec::<String>::new());
}

#[test]
fn what_was_dismissed_stays_in_the_list() {
    let mut kept = with(AlertWhen::AskBelow, Some(5.0));
    told(&mut kept, &prices([offer("a", 4, 1)]));
    let id = kept.firings[0].id;
    assert!(kept.dismiss(id).unwrap().dismissed);
    assert!(kept.firings()[0].dismissed);
    assert_eq!(kept.dismiss(kept.rules[0].id), Err(AlertError::NothingTold(kept.rules[0].id)));
}
