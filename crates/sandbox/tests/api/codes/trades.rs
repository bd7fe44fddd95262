//! The bank, merchants and tasks (RULES §9, §11).

use serde_json::json;

use crate::support::Server;

/// A character with a task of the items master, for something that it carries.
async fn with_a_task() -> Server {
    let server = Server::with_purse(0, &[("copper_ore", 9), ("feather", 1)], |state| {
        let task = json!({"code": "copper_ore", "kind": "items", "progress": 0, "total": 5});
        state["world"]["characters"]["Ana"]["task"] = task;
    });
    server.put_at("tasks_master", "items").await;
    server
}

#[tokio::test]
async fn code_460_the_bank_has_too_little_gold() {
    let server = Server::start();
    server.put_at("bank", "bank").await;
    assert_eq!(server.code_of("bank/withdraw/gold", json!({"quantity": 1})).await, 460);
}

#[tokio::test]
async fn code_462_the_bank_is_full() {
    let server = Server::with_purse(0, &[("egg", 1)], |state| {
        let items = (0..50).map(|index| (format!("item_{index}"), json!(1)));
        state["world"]["accounts"]["demo"]["bank"]["items"] = items.collect();
    });
    server.put_at("bank", "bank").await;
    assert_eq!(server.code_of("bank/deposit/item", json!([{"code": "egg", "quantity": 1}])).await, 462);
}

#[tokio::test]
async fn code_492_there_is_too_little_gold() {
    let server = Server::start();
    server.put_at("bank", "bank").await;
    assert_eq!(server.code_of("bank/deposit/gold", json!({"quantity": 1})).await, 492);
}

#[tokio::test]
async fn code_441_the_npc_does_not_sell_it() {
    let server = Server::start();
    server.given_gold(1000).await;
    server.put_at("npc", "village_merchant").await;
    assert_eq!(server.code_of("npc/buy", json!({"code": "golden_egg", "quantity": 1})).await, 441);
}

#[tokio::test]
async fn code_442_the_npc_does_not_buy_it() {
    let server = Server::start();
    server.given("healing_rune", 1).await;
    server.put_at("npc", "village_merchant").await;
    assert_eq!(server.code_of("npc/sell", json!({"code": "healing_rune", "quantity": 1})).await, 442);
}

#[tokio::test]
async fn code_474_the_task_asks_for_something_else() {
    let feather = json!({"code": "feather", "quantity": 1});
    assert_eq!(with_a_task().await.code_of("task/trade", feather).await, 474);
}

#[tokio::test]
async fn code_475_the_task_does_not_ask_for_as_many() {
    let many = json!({"code": "copper_ore", "quantity": 6});
    assert_eq!(with_a_task().await.code_of("task/trade", many).await, 475);
}

#[tokio::test]
async fn code_487_there_is_no_task_to_complete() {
    let server = Server::start();
    server.put_at("tasks_master", "items").await;
    assert_eq!(server.code_of("task/complete", json!(null)).await, 487);
}

#[tokio::test]
async fn code_488_the_task_is_not_done() {
    assert_eq!(with_a_task().await.code_of("task/complete", json!(null)).await, 488);
}

#[tokio::test]
async fn code_489_one_task_at_a_time() {
    assert_eq!(with_a_task().await.code_of("task/new", json!(null)).await, 489);
}
