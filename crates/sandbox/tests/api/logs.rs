//! The log: what it says of each action, in which order, and whose it is.

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::support::Server;

async fn logs(server: &Server, path: &str) -> Vec<Value> {
    server.get(path).await.data().as_array().unwrap().clone()
}

#[tokio::test]
async fn an_entry_tells_what_happened_and_when() {
    let server = Server::start();
    server.acted("move", json!({"x": 0, "y": 1})).await;
    let mut entry = logs(&server, "/my/logs?size=1").await.remove(0);
    let character = entry["content"].as_object_mut().unwrap().remove("character").unwrap();
    assert_eq!(character, server.get("/characters/Ana").await.data());
    assert_json_snapshot!(entry, @r#"
    {
      "account": "demo",
      "character": "Ana",
      "content": {
        "map": {
          "layer": "overworld",
          "map_id": 128,
          "name": "Millbrook",
          "x": 0,
          "y": 1
        },
        "path": [
          [
            0,
            0
          ],
          [
            0,
            1
          ]
        ]
      },
      "cooldown": 5,
      "cooldown_expiration": "2026-07-25T17:20:05.123Z",
      "created_at": "2026-07-25T17:20:00.123Z",
      "description": "Ana moved to Millbrook (0, 1).",
      "type": "movement"
    }
    "#);
}

#[tokio::test]
async fn the_newest_entry_comes_first_and_the_latest_of_each_character_holds_its_state() {
    let server = Server::start();
    server.acted("move", json!({"x": 0, "y": 1})).await;
    server.acted("rest", json!(null)).await;
    let entries = logs(&server, "/my/logs").await;
    let told = entries.iter().map(|entry| {
        let has_state = !entry["content"]["character"].is_null();
        format!("{} {} {has_state}", entry["character"], entry["type"]).replace('"', "")
    });
    let told: Vec<_> = told.collect();
    assert_eq!(told, ["Ana rest true", "Ana movement false", "Bo1 spawn true", "Ana spawn false"]);
    let second_page = logs(&server, "/my/logs?size=1&page=2").await;
    assert!(second_page[0]["content"]["character"].is_null());
}

#[tokio::test]
async fn the_log_of_a_character_is_its_own() {
    let server = Server::start();
    server.acted("rest", json!(null)).await;
    let kinds: Vec<_> =
        logs(&server, "/my/logs/Ana").await.iter().map(|entry| entry["type"].clone()).collect();
    assert_eq!(kinds, ["rest", "spawn"]);
    assert_eq!(logs(&server, "/my/logs/Bo1").await.len(), 1);
    assert_eq!(server.get("/my/logs/Nobody").await.error()["code"], 498);
}

#[tokio::test]
async fn a_deleted_character_stays_in_the_log_without_a_state() {
    let server = Server::start();
    server.post("/characters/delete", json!({"name": "Bo1"})).await.data();
    let entries = logs(&server, "/my/logs").await;
    assert_eq!((&entries[0]["type"], &entries[0]["content"]), (&json!("delete_character"), &json!({})));
}

#[tokio::test]
async fn every_kind_of_action_has_the_content_that_clients_look_for() {
    let server = Server::start();
    server.acted("unequip", json!([{"slot": "weapon"}])).await;
    server.acted("equip", json!([{"code": "wooden_stick", "slot": "weapon"}])).await;
    server.go_to("bank", "bank").await;
    server.acted("unequip", json!([{"slot": "weapon"}])).await;
    server.acted("bank/deposit/item", json!([{"code": "wooden_stick", "quantity": 1}])).await;
    server.go_to("resource", "copper_rocks").await;
    server.acted("gathering", json!(null)).await;
    let entries = logs(&server, "/my/logs/Ana").await;
    let content = |kind: &str| {
        let entry = entries.iter().find(|entry| entry["type"] == kind).unwrap();
        let mut content = entry["content"].clone();
        content.as_object_mut().unwrap().remove("character");
        content
    };
    assert_json_snapshot!(content("equip"), @r#"
    {
      "item": {
        "code": "wooden_stick"
      },
      "items": [
        {
          "item": {
            "code": "wooden_stick"
          },
          "slot": "weapon"
        }
      ],
      "slot": "weapon"
    }
    "#);
    assert_json_snapshot!(content("deposit_item"), @r#"
    {
      "items": [
        {
          "code": "wooden_stick",
          "quantity": 1
        }
      ]
    }
    "#);
    assert_json_snapshot!(content("gathering"), @r#"
    {
      "drops": [
        {
          "code": "copper_ore",
          "quantity": 1
        }
      ],
      "gathering": {
        "resource": "copper_rocks",
        "skill": "mining",
        "xp": 13
      }
    }
    "#);
}

#[tokio::test]
async fn gold_moved_food_eaten_and_gifts_are_told_with_their_amounts() {
    let server = Server::with_purse(100, &[("apple", 9)], |_| {});
    server.acted("use", json!({"code": "apple", "quantity": 2})).await;
    server.acted("give/item", json!({"items": [{"code": "apple", "quantity": 3}], "character": "Bo1"})).await;
    server.acted("give/gold", json!({"quantity": 7, "character": "Bo1"})).await;
    server.go_to("bank", "bank").await;
    server.acted("bank/deposit/gold", json!({"quantity": 40})).await;
    let entries = logs(&server, "/my/logs").await;
    let told = |kind: &str| {
        let entry = entries.iter().find(|entry| entry["type"] == kind).unwrap();
        let mut content = entry["content"].clone();
        content.as_object_mut().unwrap().remove("character");
        content
    };
    assert_eq!(told("use"), json!({"item": {"code": "apple"}, "quantity": 2}));
    assert_eq!(told("deposit_gold"), json!({"gold": 40}));
    let gift = json!({"items": [{"code": "apple", "quantity": 3}], "receiver": "Bo1"});
    assert_eq!((told("give_item"), told("receive_item")), (gift.clone(), gift));
    assert_eq!(told("receive_gold"), json!({"gold": 7, "receiver": "Bo1"}));
}

#[tokio::test]
async fn a_fight_is_told_with_what_each_got() {
    let server = Server::start();
    server.go_to("monster", "chicken").await;
    let reply = server.acted("fight", json!(null)).await;
    let fight = logs(&server, "/my/logs?size=1").await[0]["content"]["fight"].clone();
    assert_eq!(fight["characters"], reply["fight"]["characters"]);
    assert_eq!((&fight["result"], &fight["turns"]), (&reply["fight"]["result"], &reply["fight"]["turns"]));
}
