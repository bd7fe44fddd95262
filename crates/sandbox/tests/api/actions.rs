//! Every action through its route: the reply's own part, and the state it leaves.

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::support::{Server, carried};

fn without_character(mut reply: Value) -> Value {
    reply.as_object_mut().unwrap().remove("character");
    reply
}

#[tokio::test]
async fn a_move_answers_with_its_path_and_destination() {
    let server = Server::start();
    let reply = server.act("move", json!({"x": 1, "y": 1})).await.data();
    assert_eq!((&reply["character"]["x"], &reply["character"]["y"]), (&json!(1), &json!(1)));
    assert_json_snapshot!(without_character(reply), @r#"
    {
      "cooldown": {
        "expiration": "2026-07-25T17:20:10.123Z",
        "reason": "movement",
        "remaining_seconds": 10,
        "started_at": "2026-07-25T17:20:00.123Z",
        "total_seconds": 10
      },
      "destination": {
        "access": {
          "conditions": [],
          "type": "standard"
        },
        "interactions": {
          "content": null,
          "transition": null
        },
        "layer": "overworld",
        "map_id": 129,
        "name": "Millbrook",
        "skin": "village",
        "x": 1,
        "y": 1
      },
      "path": [
        [
          0,
          0
        ],
        [
          1,
          0
        ],
        [
          1,
          1
        ]
      ]
    }
    "#);
}

#[tokio::test]
async fn a_place_is_on_the_characters_own_layer() {
    let server = Server::start();
    let way = server.way_down().await;
    server.acted("move", json!({"map_id": way["map_id"]})).await;
    let reply = server.acted("transition", json!(null)).await;
    assert_eq!(reply["transition"], way["interactions"]["transition"]);
    assert_eq!(reply["destination"]["map_id"], reply["transition"]["map_id"]);
    let (x, y) = (&reply["character"]["x"], &reply["character"]["y"]);
    assert_eq!(server.act("move", json!({"x": x, "y": y})).await.status, 490);
}

#[tokio::test]
async fn a_fight_answers_with_its_story_and_all_participants() {
    let server = Server::start();
    server.go_to("monster", "chicken").await;
    let reply = server.acted("fight", json!({"participants": []})).await;
    let fight = &reply["fight"];
    assert_eq!((&fight["result"], &fight["opponent"]), (&json!("win"), &json!("chicken")));
    assert!(fight["logs"].as_array().unwrap().len() > 2);
    assert_eq!(fight["characters"][0]["final_hp"], reply["characters"][0]["hp"]);
    assert_eq!(reply["characters"][0]["name"], "Ana");
    let rested = server.acted("rest", json!(null)).await;
    assert_eq!(rested["character"]["hp"], rested["character"]["max_hp"]);
    assert!(rested["hp_restored"].as_i64().unwrap() > 0);
}

#[tokio::test]
async fn gathering_crafting_and_banking_move_items_about() {
    let server = Server::start();
    server.go_to("resource", "copper_rocks").await;
    while carried(&server.acted("gathering", json!(null)).await, "copper_ore") < 10 {}
    server.go_to("workshop", "mining").await;
    let crafted = server.acted("crafting", json!({"code": "copper_bar"})).await;
    assert_eq!(crafted["details"]["items"], json!([{"code": "copper_bar", "quantity": 1}]));
    assert_eq!(crafted["cooldown"]["reason"], "crafting");

    server.go_to("bank", "bank").await;
    let deposited = server.acted("bank/deposit/item", json!([{"code": "copper_bar", "quantity": 1}])).await;
    assert_eq!(deposited["items"], json!([{"code": "copper_bar", "quantity": 1}]));
    assert_eq!(deposited["bank"], server.get("/my/bank/items").await.data());
    assert_eq!(server.get("/my/bank/items?item_code=copper_bar").await.body["total"], 1);
    assert_eq!(server.get("/my/bank/items?item_code=copper_ore").await.body["total"], 0);
    let withdrawn = server.acted("bank/withdraw/item", json!([{"code": "copper_bar", "quantity": 1}])).await;
    assert_eq!(withdrawn["bank"], json!([]));
}

#[tokio::test]
async fn gold_goes_into_the_bank_and_out_again() {
    let server = Server::start();
    server.go_to("monster", "chicken").await;
    let mut gold = 0;
    while gold == 0 {
        gold = server.acted("fight", json!(null)).await["characters"][0]["gold"].as_i64().unwrap();
        server.acted("rest", json!(null)).await;
    }
    server.go_to("bank", "bank").await;
    let deposited = server.acted("bank/deposit/gold", json!({"quantity": gold})).await;
    assert_eq!(
        (&deposited["bank"], &deposited["character"]["gold"]),
        (&json!({"quantity": gold}), &json!(0))
    );
    let bank = json!({"slots": 50, "expansions": 0, "next_expansion_cost": 3500, "gold": gold});
    assert_eq!(server.get("/my/bank").await.data(), bank);
    let withdrawn = server.acted("bank/withdraw/gold", json!({"quantity": gold})).await;
    assert_eq!(
        (&withdrawn["bank"], &withdrawn["character"]["gold"]),
        (&json!({"quantity": 0}), &json!(gold))
    );
    assert_eq!(server.act("bank/withdraw/gold", json!({"quantity": 1})).await.status, 460);
}

#[tokio::test]
async fn equipment_is_taken_off_and_put_on() {
    let server = Server::start();
    let off = server.acted("unequip", json!([{"slot": "weapon"}])).await;
    assert_eq!(
        (&off["items"][0]["slot"], &off["items"][0]["item"]["code"]),
        (&json!("weapon"), &json!("wooden_stick"))
    );
    assert_eq!(off["character"]["weapon_slot"], "");
    assert_eq!(off["character"]["inventory"][0], json!({"slot": 1, "code": "wooden_stick", "quantity": 1}));
    let on = server.acted("equip", json!([{"code": "wooden_stick", "slot": "weapon"}])).await;
    assert_eq!(
        (&on["character"]["weapon_slot"], &on["cooldown"]["total_seconds"]),
        (&json!("wooden_stick"), &json!(3))
    );
}

#[tokio::test]
async fn a_consumable_is_used() {
    let server = Server::start();
    server.go_to("resource", "ash_tree").await;
    while carried(&server.acted("gathering", json!(null)).await, "apple") == 0 {}
    let used = server.acted("use", json!({"code": "apple", "quantity": 1})).await;
    assert_eq!((&used["item"]["code"], &used["cooldown"]["reason"]), (&json!("apple"), &json!("use")));
    assert_eq!(server.act("use", json!({"code": "ash_wood", "quantity": 1})).await.status, 476);
}
