//! Where a character may go, when it may act, and what it needs for it (RULES §4 to §6).

use serde_json::{Value, json};

use crate::support::Server;

/// A tile of the world that must be one of some.
async fn tile(server: &Server, wanted: impl Fn(&Value) -> bool) -> Value {
    let tiles = server.get("/maps?size=10000").await.data();
    tiles.as_array().unwrap().iter().find(|tile| wanted(tile)).unwrap()["map_id"].clone()
}

#[tokio::test]
async fn code_490_the_character_is_there_already() {
    assert_eq!(Server::start().code_of("move", json!({"x": 0, "y": 0})).await, 490);
}

#[tokio::test]
async fn code_496_the_conditions_of_the_tile_are_not_met() {
    let server = Server::start();
    let conditional = tile(&server, |tile| tile["access"]["conditions"][0]["code"] == "level").await;
    assert_eq!(server.code_of("move", json!({"map_id": conditional})).await, 496);
}

#[tokio::test]
async fn code_499_the_character_is_in_cooldown() {
    let server = Server::start();
    server.does("move", json!({"x": 1, "y": 0})).await;
    assert_eq!(server.refused("/my/Ana/action/rest", json!(null)).await, 499);
}

#[tokio::test]
async fn code_595_no_walk_leads_to_another_layer() {
    let server = Server::start();
    let below =
        tile(&server, |tile| tile["layer"] == "underground" && tile["access"]["type"] == "standard").await;
    assert_eq!(server.code_of("move", json!({"map_id": below})).await, 595);
}

#[tokio::test]
async fn code_596_nobody_can_stand_on_a_blocked_tile() {
    let server = Server::start();
    let blocked =
        tile(&server, |tile| tile["layer"] == "overworld" && tile["access"]["type"] == "blocked").await;
    assert_eq!(server.code_of("move", json!({"map_id": blocked})).await, 596);
}

#[tokio::test]
async fn code_598_there_is_nothing_to_fight_here() {
    assert_eq!(Server::start().code_of("fight", json!(null)).await, 598);
}

#[tokio::test]
async fn code_493_the_skill_is_too_low() {
    let server = Server::start();
    server.put_at("resource", "iron_rocks").await;
    assert_eq!(server.code_of("gathering", json!(null)).await, 493);
}

#[tokio::test]
async fn code_497_the_inventory_is_full() {
    let server = Server::start();
    server.given("copper_ore", 100).await;
    server.put_at("resource", "copper_rocks").await;
    assert_eq!(server.code_of("gathering", json!(null)).await, 497);
}

#[tokio::test]
async fn code_478_the_items_are_missing() {
    let server = Server::start();
    server.put_at("workshop", "mining").await;
    assert_eq!(server.code_of("crafting", json!({"code": "copper_bar"})).await, 478);
}

#[tokio::test]
async fn code_473_the_item_cannot_be_recycled() {
    let server = Server::start();
    server.given("copper_ore", 1).await;
    server.put_at("workshop", "mining").await;
    assert_eq!(server.code_of("recycling", json!({"code": "copper_ore"})).await, 473);
}

#[tokio::test]
async fn code_476_ore_is_no_food() {
    let server = Server::start();
    server.given("copper_ore", 1).await;
    assert_eq!(server.code_of("use", json!({"code": "copper_ore", "quantity": 1})).await, 476);
}
