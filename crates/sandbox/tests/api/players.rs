//! Other players as everybody sees them, and as somebody to trade with.

use std::fs;

use sandbox::SandboxConfig;
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

use crate::support::{Server, carried, config};

fn with(players: usize) -> SandboxConfig {
    SandboxConfig { players, ..config() }
}

async fn rows(server: &Server, path: &str) -> Vec<Value> {
    server.get(path).await.data().as_array().unwrap().clone()
}

#[tokio::test]
async fn they_are_seen_wherever_characters_are_shown() {
    let server = Server::with(with(4));
    let online = rows(&server, "/characters/active").await;
    assert_eq!(online.len(), 6, "four of them, and the demo account's two");
    assert_eq!(server.get("/").await.data()["characters_online"], 6);
    let others = online.iter().filter(|row| row["account"] != "demo");
    for row in others {
        let (name, account) = (row["name"].as_str().unwrap(), row["account"].as_str().unwrap());
        let shown = server.get(&format!("/characters/{name}")).await.data();
        assert_eq!((&shown["account"], &shown["map_id"]), (&row["account"], &row["map_id"]));
        assert_eq!(rows(&server, &format!("/accounts/{account}/characters")).await, [shown]);
        assert_eq!(server.get(&format!("/accounts/{account}/achievements")).await.status, 200);
    }
}

#[tokio::test]
async fn the_exchange_is_open_when_the_world_begins_and_goes_on() {
    let server = Server::with(with(6));
    let before = rows(&server, "/grandexchange/orders?size=100").await;
    assert!(!before.is_empty(), "somebody sells something");
    server.advance(3_600_000);
    let after = rows(&server, "/grandexchange/orders?size=100").await;
    assert_ne!(before, after);
    let sold = before.iter().map(|order| order["code"].as_str().unwrap());
    let mut histories = Vec::new();
    for code in sold {
        histories.extend(rows(&server, &format!("/grandexchange/history/{code}")).await);
    }
    assert!(!histories.is_empty(), "somebody bought something");
}

/// A world with players in which Ana has been given gold and ore, and the folder that it is kept in.
fn market() -> (Server, TempDir) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let kept = || SandboxConfig { state: Some(path.clone()), ..with(8) };
    Server::with(kept()).sandbox.save().unwrap();
    let mut state: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let ana = &mut state["world"]["characters"]["Ana"];
    ana["gold"] = 100_000.into();
    ana["inventory"]["slots"][0] = json!({"code": "copper_ore", "quantity": 50});
    fs::write(&path, state.to_string()).unwrap();
    (Server::with(kept()), folder)
}

#[tokio::test]
async fn what_they_offer_can_be_bought() {
    let (server, _folder) = market();
    server.go_to("grand_exchange", "grand_exchange").await;
    let offer = rows(&server, "/grandexchange/orders?type=sell").await[0].clone();
    let bought = server.acted("grandexchange/buy", json!({"id": offer["id"], "quantity": 1})).await;
    assert!(carried(&bought, offer["code"].as_str().unwrap()) >= 1);
    let mine = rows(&server, "/my/grandexchange/history").await;
    assert_eq!((&mine[0]["seller"], &mine[0]["buyer"]), (&offer["account"], &json!("demo")));
}

#[tokio::test]
async fn what_is_offered_cheaply_is_bought_by_them() {
    let (server, _folder) = market();
    server.go_to("grand_exchange", "grand_exchange").await;
    let order = json!({"code": "copper_ore", "quantity": 50, "price": 1});
    server.acted("grandexchange/create_sell_order", order).await;
    for _ in 0..48 {
        server.advance(1_800_000);
        if !rows(&server, "/my/grandexchange/history").await.is_empty() {
            assert!(server.get("/my/bank").await.data()["gold"].as_i64().unwrap() > 0);
            return;
        }
    }
    panic!("nobody bought cheap ore in a day");
}
