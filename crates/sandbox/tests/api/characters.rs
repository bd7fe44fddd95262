//! Characters: what a new one is like, who may make and delete one, and who sees it.

use insta::assert_json_snapshot;
use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn a_new_character_is_as_the_rules_say() {
    let server = Server::start();
    let made = server.post("/characters/create", json!({"name": "Cleo", "skin": "women1"})).await.data();
    let shown = |field: &str| made[field].clone();
    let fields = [
        "name",
        "account",
        "skin",
        "level",
        "xp",
        "max_xp",
        "mining_level",
        "mining_max_xp",
        "hp",
        "max_hp",
        "gold",
        "speed",
        "initiative",
        "x",
        "y",
        "layer",
        "cooldown",
        "cooldown_expiration",
        "weapon_slot",
        "rune_slot",
        "task",
        "task_total",
        "inventory_max_items",
        "effects",
    ];
    assert_json_snapshot!(fields.map(|field| (field, shown(field))), @r#"
    [
      [
        "name",
        "Cleo"
      ],
      [
        "account",
        "demo"
      ],
      [
        "skin",
        "women1"
      ],
      [
        "level",
        1
      ],
      [
        "xp",
        0
      ],
      [
        "max_xp",
        150
      ],
      [
        "mining_level",
        1
      ],
      [
        "mining_max_xp",
        150
      ],
      [
        "hp",
        120
      ],
      [
        "max_hp",
        120
      ],
      [
        "gold",
        0
      ],
      [
        "speed",
        100
      ],
      [
        "initiative",
        100
      ],
      [
        "x",
        0
      ],
      [
        "y",
        0
      ],
      [
        "layer",
        "overworld"
      ],
      [
        "cooldown",
        0
      ],
      [
        "cooldown_expiration",
        "2026-07-25T17:20:00.123Z"
      ],
      [
        "weapon_slot",
        "wooden_stick"
      ],
      [
        "rune_slot",
        ""
      ],
      [
        "task",
        ""
      ],
      [
        "task_total",
        0
      ],
      [
        "inventory_max_items",
        100
      ],
      [
        "effects",
        []
      ]
    ]
    "#);
    let slots = made["inventory"].as_array().unwrap();
    assert_eq!((slots.len(), &slots[0]), (20, &json!({"slot": 1, "code": "", "quantity": 0})));
    assert_eq!(server.get("/characters/Cleo").await.data(), made);
}

#[tokio::test]
async fn the_worlds_rules_of_names_and_skins_come_through() {
    let server = Server::start();
    let create = async |name: &str, skin: &str| {
        server.post("/characters/create", json!({"name": name, "skin": skin})).await.error()["code"].clone()
    };
    assert_eq!(create("Ana", "men1").await, 494);
    assert_eq!(create("Cleo", "dragon").await, 404);
    assert_eq!(create("An", "men1").await, 422);
    assert_eq!(create("A B C", "men1").await, 422);
    for name in ["Cleo", "Dan", "Eve"] {
        server.post("/characters/create", json!({"name": name, "skin": "men2"})).await.data();
    }
    assert_eq!(create("Fay", "men1").await, 495);
}

#[tokio::test]
async fn deleting_returns_the_character_and_removes_it() {
    let server = Server::start();
    assert_eq!(server.post("/characters/delete", json!({"name": "Bo1"})).await.data()["name"], "Bo1");
    assert_eq!(server.get("/characters/Bo1").await.error()["code"], 404);
    assert_eq!(server.post("/characters/delete", json!({"name": "Bo1"})).await.error()["code"], 498);
    let mine = server.get("/my/characters").await.data();
    assert_eq!(mine.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_is_in_the_world_is_active() {
    let server = Server::start();
    let active = server.get("/characters/active?size=1&page=2").await;
    assert_json_snapshot!(active.body, @r#"
    {
      "data": [
        {
          "account": "demo",
          "layer": "overworld",
          "map_id": 113,
          "name": "Bo1",
          "skin": "men1",
          "x": 0,
          "y": 0
        }
      ],
      "page": 2,
      "pages": 2,
      "size": 1,
      "total": 2
    }
    "#);
}

#[tokio::test]
async fn an_unknown_character_is_a_404() {
    let server = Server::start();
    assert_eq!(server.get("/characters/Nobody").await.error()["message"], "character not found.");
    assert_eq!(server.get("/characters/no%20body").await.error()["code"], 422);
}
