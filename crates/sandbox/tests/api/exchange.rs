//! The Grand Exchange between two accounts: orders, sales, and who sees what.

use http::{HeaderMap, Method};
use serde_json::{Value, json};

use crate::support::{Server, carried};

/// Ana stands at the exchange with gold and eggs; a stranger's Zoe has an open order of each kind.
struct Market {
    server: Server,
    stranger: HeaderMap,
    sell: String,
    buy: String,
}

async fn market() -> Market {
    let orders = json!({
        "0000000000000000000000a1": {"id": "0000000000000000000000a1", "type": "sell", "account": "stranger",
            "code": "feather", "quantity": 5, "price": 10, "created_at": "2026-07-25T17:00:00Z"},
        "0000000000000000000000a2": {"id": "0000000000000000000000a2", "type": "buy", "account": "stranger",
            "code": "egg", "quantity": 5, "price": 4, "created_at": "2026-07-25T17:00:00Z"},
    });
    let server = Server::with_purse(1000, &[("egg", 20)], |state| {
        state["world"]["exchange"]["orders"] = orders;
    });
    let stranger = server.account("stranger").await;
    server.go_to("grand_exchange", "grand_exchange").await;
    let [sell, buy] = ["0000000000000000000000a1", "0000000000000000000000a2"].map(str::to_owned);
    Market { server, stranger, sell, buy }
}

async fn rows(server: &Server, path: &str) -> Vec<Value> {
    server.get(path).await.data().as_array().unwrap().clone()
}

#[tokio::test]
async fn an_order_is_placed_found_and_taken_back() {
    let Market { server, .. } = market().await;
    let body = json!({"code": "egg", "quantity": 3, "price": 7});
    let order = server.acted("grandexchange/create_sell_order", body).await["order"].take();
    assert_eq!((&order["price"], &order["total_price"]), (&json!(7), &json!(21)));
    let id = order["id"].as_str().unwrap();
    let shown = server.get(&format!("/grandexchange/orders/{id}")).await.data();
    assert_eq!((&shown["type"], &shown["account"]), (&json!("sell"), &json!("demo")));
    assert_eq!(rows(&server, "/my/grandexchange/orders").await, [shown]);
    let cancelled = server.acted("grandexchange/cancel", json!({"id": id})).await;
    assert_eq!((carried(&cancelled, "egg"), &cancelled["order"]["quantity"]), (20, &json!(3)));
    assert_eq!(server.get(&format!("/grandexchange/orders/{id}")).await.status, 404);
}

#[tokio::test]
async fn what_is_bought_and_sold_is_in_both_histories() {
    let Market { server, sell, buy, .. } = market().await;
    let bought = server.acted("grandexchange/buy", json!({"id": sell, "quantity": 2})).await;
    assert_eq!((&bought["character"]["gold"], carried(&bought, "feather")), (&json!(980), 2));
    let filled = server.acted("grandexchange/fill", json!({"id": buy, "quantity": 3})).await;
    assert_eq!((&filled["character"]["gold"], carried(&filled, "egg")), (&json!(992), 17));

    let mine = rows(&server, "/my/grandexchange/history").await;
    let sides: Vec<_> =
        mine.iter().map(|sale| [&sale["seller"], &sale["buyer"], &sale["quantity"]]).collect();
    assert_eq!(
        sides,
        [[&json!("demo"), &json!("stranger"), &json!(3)], [&json!("stranger"), &json!("demo"), &json!(2)],]
    );
    assert_eq!(rows(&server, "/grandexchange/history/egg").await, mine[..1]);
    assert_eq!(rows(&server, "/grandexchange/history/feather?account=nobody").await, [Value::Null; 0]);
    assert_eq!(rows(&server, &format!("/my/grandexchange/history?id={sell}")).await, mine[1..]);
    assert_eq!(server.get("/grandexchange/history/manna").await.status, 404);
}

#[tokio::test]
async fn the_other_side_finds_gold_in_its_bank_and_items_waiting() {
    let Market { server, stranger, sell, buy } = market().await;
    server.acted("grandexchange/buy", json!({"id": sell, "quantity": 2})).await;
    server.acted("grandexchange/fill", json!({"id": buy, "quantity": 3})).await;
    let bank = server.call(Method::GET, "/my/bank", &stranger, String::new()).await.data();
    assert_eq!(bank["gold"], 20);
    let waiting = server.call(Method::GET, "/my/pending_items", &stranger, String::new()).await.data();
    assert_eq!(waiting[0]["items"], json!([{"code": "egg", "quantity": 3}]));
    assert_eq!((&waiting[0]["source"], &waiting[0]["source_id"]), (&json!("grand_exchange"), &json!(buy)));
}

#[tokio::test]
async fn orders_are_filtered_by_every_parameter_of_the_spec() {
    let Market { server, sell, buy, .. } = market().await;
    for (filter, expected) in [
        ("", vec![&sell, &buy]),
        ("?type=buy", vec![&buy]),
        ("?code=feather", vec![&sell]),
        ("?code=feather&type=buy", vec![]),
        ("?account=stranger&type=sell", vec![&sell]),
        ("?account=demo&type=sell", vec![]),
        ("?item_type=resource", vec![&sell, &buy]),
        ("?item_type=weapon", vec![]),
    ] {
        let listed = rows(&server, &format!("/grandexchange/orders{filter}")).await;
        let ids: Vec<_> = listed.iter().map(|order| order["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{filter}");
    }
    assert_eq!(server.get("/grandexchange/orders?account=demo").await.status, 422);
    assert_eq!(server.get("/grandexchange/orders?type=gift").await.status, 422);
    assert_eq!(server.get("/grandexchange/orders?item_type=gift").await.status, 422);
}

#[tokio::test]
async fn an_id_that_cannot_be_one_is_an_order_that_does_not_exist() {
    let Market { server, .. } = market().await;
    assert_eq!(server.act("grandexchange/cancel", json!({"id": "no id"})).await.status, 404);
    assert_eq!(server.act("grandexchange/buy", json!({"id": "no id", "quantity": 0})).await.status, 422);
    let body = json!({"code": "egg", "quantity": 101, "price": 0});
    let refused = server.act("grandexchange/create_buy_order", body).await.error();
    assert_eq!(refused["data"].as_object().unwrap().len(), 2, "both fields are named: {refused}");
}
