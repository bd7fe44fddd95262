//! Each type of message, and who hears it.

use api_types::{
    GeOrder, GeOrderHistory, Log, Message, PendingItem,
    realtime::{Frame, FrameType},
};
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{members, types, with_purse};
use crate::support::{Server, Socket};

/// The payload of a message, which must be the only one, of this type and in the wire's shape.
#[track_caller]
fn only<T: DeserializeOwned>(mut messages: Vec<Value>, kind: FrameType) -> T {
    assert_eq!(messages.len(), 1, "{messages:?}");
    let frame: Frame = serde_json::from_value(messages.remove(0)).unwrap();
    assert_eq!(frame.kind, kind);
    serde_json::from_value(frame.data).unwrap()
}

#[tokio::test(start_paused = true)]
async fn an_action_is_told_as_the_log_has_it_with_the_character_in_it() {
    let server = members();
    let mut socket = server.listen(&["account_log"]).await;
    let reply = server.act("move", json!({"x": 1, "y": 0})).await.data();
    let log: Log = only(socket.heard().await, FrameType::AccountLog);
    assert_eq!(json!(log), server.get("/my/logs?size=1").await.data()[0]);
    assert_eq!(log.content["character"], reply["character"]);
}

#[tokio::test(start_paused = true)]
async fn others_do_not_hear_of_one_s_actions() {
    let server = members();
    let stranger = server.account("stranger").await;
    let mut socket = server.listen(&["account_log"]).await;
    let body = json!({"name": "Zoe", "skin": "men1"}).to_string();
    server.call(Method::POST, "/characters/create", &stranger, body).await.data();
    assert_eq!(socket.heard().await, [Value::Null; 0]);
    server.act("rest", json!(null)).await.data();
    assert_eq!(types(&socket.heard().await), ["account_log"]);
}

/// A server whose Ana stands at the exchange with gold and eggs, and who listens to these messages.
async fn market(subscriptions: &[&str]) -> (Server, Socket) {
    let server = with_purse(1000, &[("egg", 20)]);
    server.go_to("grand_exchange", "grand_exchange").await;
    let socket = server.listen(subscriptions).await;
    (server, socket)
}

#[tokio::test(start_paused = true)]
async fn an_order_is_told_to_everybody_when_it_is_placed_and_taken_back() {
    for (kind, placed, cancelled) in [
        ("sell", FrameType::GrandexchangeSellOrder, FrameType::GrandexchangeCancelSellOrder),
        ("buy", FrameType::GrandexchangeBuyOrder, FrameType::GrandexchangeCancelBuyOrder),
    ] {
        let (server, mut socket) = market(&[placed.as_str(), cancelled.as_str()]).await;
        let order = json!({"code": "egg", "quantity": 3, "price": 7});
        server.acted(&format!("grandexchange/create_{kind}_order"), order).await;
        let told: GeOrder = only(socket.heard().await, placed);
        assert_eq!(json!(told), server.get("/grandexchange/orders").await.data()[0]);
        server.acted("grandexchange/cancel", json!({"id": told.id})).await;
        assert_eq!(only::<GeOrder>(socket.heard().await, cancelled), told);
    }
}

/// A stranger's order of each kind.
fn strangers_orders(state: &mut Value) {
    state["world"]["accounts"]["demo"]["member"] = true.into();
    state["world"]["exchange"]["orders"] = json!({
        "0000000000000000000000a1": {"id": "0000000000000000000000a1", "type": "sell", "account": "stranger",
            "code": "feather", "quantity": 5, "price": 10, "created_at": "2026-07-25T17:00:00Z"},
        "0000000000000000000000a2": {"id": "0000000000000000000000a2", "type": "buy", "account": "stranger",
            "code": "egg", "quantity": 5, "price": 4, "created_at": "2026-07-25T17:00:00Z"},
    });
}

#[tokio::test(start_paused = true)]
async fn what_is_bought_and_what_is_filled_is_told_to_everybody() {
    let server = Server::with_purse(1000, &[("egg", 20)], strangers_orders);
    server.account("stranger").await;
    server.go_to("grand_exchange", "grand_exchange").await;
    let mut socket = server.listen(&["grandexchange_buy", "grandexchange_sell"]).await;
    for (action, order, kind) in [
        ("buy", "0000000000000000000000a1", FrameType::GrandexchangeBuy),
        ("fill", "0000000000000000000000a2", FrameType::GrandexchangeSell),
    ] {
        server.acted(&format!("grandexchange/{action}"), json!({"id": order, "quantity": 2})).await;
        let told: GeOrderHistory = only(socket.heard().await, kind);
        assert_eq!(json!(told), server.get("/my/grandexchange/history").await.data()[0]);
    }
}

/// A server on which the next cooked gudgeon reaches an achievement, and somebody who listens.
async fn almost(subscriptions: &[&str]) -> (Server, Socket) {
    let server = Server::with_purse(0, &[("cooked_gudgeon", 5)], |state| {
        let demo = &mut state["world"]["accounts"]["demo"];
        demo["member"] = true.into();
        demo["achievements"] = json!({"well_fed": {"progress": [29], "completed_at": null}});
    });
    let socket = server.listen(subscriptions).await;
    server.act("use", json!({"code": "cooked_gudgeon", "quantity": 1})).await.data();
    (server, socket)
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_an_account_is_told() {
    let (server, mut socket) = almost(&["pending_item_received"]).await;
    let told: PendingItem = only(socket.heard().await, FrameType::PendingItemReceived);
    assert_eq!(json!(told), server.get("/my/pending_items").await.data()[0]);
}

#[tokio::test(start_paused = true)]
async fn an_achievement_is_told_as_the_static_data_has_it() {
    let (server, mut socket) = almost(&["achievement_unlocked"]).await;
    let told: Value = only(socket.heard().await, FrameType::AchievementUnlocked);
    assert_eq!(told, server.get("/achievements/well_fed").await.data());
}

#[tokio::test(start_paused = true)]
async fn the_first_to_reach_an_achievement_is_announced_to_everybody() {
    let (_server, mut socket) = almost(&["announcement"]).await;
    let told: Message = only(socket.heard().await, FrameType::Announcement);
    assert_eq!(told.message, "demo is the first player to unlock the achievement: Well Fed!");
}
