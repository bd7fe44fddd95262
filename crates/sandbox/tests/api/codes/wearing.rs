//! Putting on and taking off (RULES §8).

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn code_483_the_character_would_not_live_without_its_helmet() {
    let server = Server::start();
    server.given("copper_helmet", 1).await;
    server.does("equip", json!([{"code": "copper_helmet", "slot": "helmet"}])).await;
    // Beaten, with one hit point left.
    server.put_at("monster", "ogre").await;
    assert_eq!(server.does("fight", json!(null)).await["fight"]["result"], "loss");
    assert_eq!(server.code_of("unequip", json!([{"slot": "helmet"}])).await, 483);
}

#[tokio::test]
async fn code_484_a_slot_holds_a_hundred_utilities() {
    let server = Server::start();
    server.given("sunflower_tonic", 100).await;
    server.does("equip", json!([{"code": "sunflower_tonic", "slot": "utility1", "quantity": 100}])).await;
    server.given("sunflower_tonic", 1).await;
    let one_more = json!([{"code": "sunflower_tonic", "slot": "utility1"}]);
    assert_eq!(server.code_of("equip", one_more).await, 484);
}

#[tokio::test]
async fn code_485_a_utility_is_worn_only_once() {
    let server = Server::start();
    server.given("sunflower_tonic", 2).await;
    server.does("equip", json!([{"code": "sunflower_tonic", "slot": "utility1"}])).await;
    let again = json!([{"code": "sunflower_tonic", "slot": "utility2"}]);
    assert_eq!(server.code_of("equip", again).await, 485);
}

#[tokio::test]
async fn code_491_the_slot_is_empty() {
    assert_eq!(Server::start().code_of("unequip", json!([{"slot": "shield"}])).await, 491);
}
