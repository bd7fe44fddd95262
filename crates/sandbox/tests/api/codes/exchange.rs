//! The Grand Exchange (RULES §10).

use serde_json::{Value, json};

use crate::support::Server;

const STRANGERS: &str = "0000000000000000000000a1";
const OWN: &str = "0000000000000000000000a2";

/// Ana stands at the exchange with gold and eggs; a stranger sells two eggs there, and so does she, `own` times.
async fn market(own: u32) -> Server {
    let server = Server::with_purse(1000, &[("egg", 9)], |state| {
        let order = |id: &str, account: &str| {
            json!({"id": id, "type": "sell", "account": account, "code": "egg", "quantity": 2, "price": 3,
                   "created_at": "2026-07-25T17:00:00Z"})
        };
        let more = (0..own).map(|index| format!("0000000000000000000001{index:02x}"));
        let mut orders: serde_json::Map<String, Value> =
            more.map(|id| (id.clone(), order(&id, "demo"))).collect();
        orders.insert(STRANGERS.to_owned(), order(STRANGERS, "stranger"));
        orders.insert(OWN.to_owned(), order(OWN, "demo"));
        state["world"]["exchange"]["orders"] = orders.into();
    });
    server.put_at("grand_exchange", "grand_exchange").await;
    server
}

#[tokio::test]
async fn code_433_a_hundred_orders_are_all() {
    let order = json!({"code": "egg", "quantity": 1, "price": 1});
    assert_eq!(market(99).await.code_of("grandexchange/create_sell_order", order).await, 433);
}

#[tokio::test]
async fn code_434_the_order_has_fewer_items() {
    assert_eq!(
        market(0).await.code_of("grandexchange/buy", json!({"id": STRANGERS, "quantity": 3})).await,
        434
    );
}

#[tokio::test]
async fn code_435_nobody_trades_with_oneself() {
    assert_eq!(market(0).await.code_of("grandexchange/buy", json!({"id": OWN, "quantity": 1})).await, 435);
}

#[tokio::test]
async fn code_437_the_exchange_does_not_take_it() {
    let server = market(0).await;
    server.given("tasks_coin", 1).await;
    let order = json!({"code": "tasks_coin", "quantity": 1, "price": 1});
    assert_eq!(server.code_of("grandexchange/create_sell_order", order).await, 437);
}

#[tokio::test]
async fn code_438_the_order_is_a_strangers() {
    assert_eq!(market(0).await.code_of("grandexchange/cancel", json!({"id": STRANGERS})).await, 438);
}
