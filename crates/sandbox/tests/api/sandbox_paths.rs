//! What only a sandbox server offers (RULES §13).

use serde_json::{Value, json};

use crate::support::{Server, carried};

#[tokio::test]
async fn gifts_arrive_with_a_cooldown() {
    let server = Server::start();
    let give = async |path: &str, body: Value| {
        server.post("/sandbox/clear_cooldown", json!({"character": "Ana"})).await.data();
        server.post(&format!("/sandbox/{path}"), body).await.data()
    };
    let gold = give("give_gold", json!({"character": "Ana", "quantity": 70})).await;
    assert_eq!((&gold["character"]["gold"], &gold["quantity"]), (&json!(70), &json!(70)));
    assert_eq!(
        (&gold["cooldown"]["reason"], &gold["cooldown"]["total_seconds"]),
        (&json!("sandbox_give_gold"), &json!(3))
    );
    let item = give("give_item", json!({"character": "Ana", "code": "egg", "quantity": 4})).await;
    assert_eq!((carried(&item, "egg"), &item["item"]), (4, &json!({"code": "egg", "quantity": 4})));
    let xp = give("give_xp", json!({"character": "Ana", "type": "fishing", "amount": 160})).await;
    assert_eq!((&xp["character"]["fishing_level"], &xp["type"]), (&json!(2), &json!("fishing")));
    let xp = give("give_xp", json!({"character": "Ana", "type": "combat", "amount": 160})).await;
    assert_eq!(xp["character"]["level"], 2);
    let log = server.get("/my/logs").await.data();
    assert_eq!((&log[0]["type"], &log[0]["cooldown"]), (&json!("sandbox_give_xp"), &json!(3)));
}

#[tokio::test]
async fn a_gift_waits_for_the_cooldown_in_real_seconds() {
    let server = Server::with(sandbox::SandboxConfig { speed: 10.0, ..crate::support::config() });
    let gift = json!({"character": "Ana", "quantity": 1});
    server.post("/sandbox/give_gold", gift.clone()).await.data();
    let refused = server.post("/sandbox/give_gold", gift).await.error();
    assert_eq!((&refused["code"], &refused["data"]["remaining_seconds"]), (&json!(499), &json!(0.3)));
}

#[tokio::test]
async fn a_teleport_needs_no_way_and_no_cooldown() {
    let server = Server::start();
    server.act("move", json!({"x": 1, "y": 0})).await.data();
    let target = server.way_down().await["interactions"]["transition"]["map_id"].clone();
    let there = server.post("/sandbox/teleport", json!({"character": "Ana", "map_id": target})).await.data();
    assert_eq!(
        (&there["destination"]["map_id"], &there["character"]["layer"]),
        (&target, &json!("underground"))
    );
    let nowhere = json!({"character": "Ana", "map_id": 999_999});
    assert_eq!(server.post("/sandbox/teleport", nowhere).await.status, 404);
}

#[tokio::test]
async fn a_reset_leaves_an_account_without_a_past() {
    let server = Server::start();
    server.acted("rest", json!(null)).await;
    let said = server.post("/sandbox/reset_account", json!(null)).await.body;
    assert_eq!(said, json!({"message": "Account reset successfully."}));
    for path in ["/my/characters", "/my/logs", "/my/bank/items"] {
        assert_eq!(server.get(path).await.data(), json!([]), "{path}");
    }
    server.post("/characters/create", json!({"name": "Ana", "skin": "men1"})).await.data();
}

#[tokio::test]
async fn only_ones_own_characters_are_given_to() {
    let server = Server::start();
    for (path, body) in [
        ("give_gold", json!({"character": "Nobody", "quantity": 1})),
        ("give_item", json!({"character": "Nobody", "code": "egg", "quantity": 1})),
        ("give_xp", json!({"character": "no body", "type": "combat", "amount": 1})),
        ("clear_cooldown", json!({"character": "Nobody"})),
        ("teleport", json!({"character": "Nobody", "map_id": 1})),
    ] {
        assert_eq!(server.post(&format!("/sandbox/{path}"), body).await.error()["code"], 498, "{path}");
    }
    let much = json!({"character": "Ana", "type": "beauty", "amount": 100_001});
    let problems = server.post("/sandbox/give_xp", much).await.error()["data"].clone();
    assert!(problems["type"].is_array() && problems["amount"].is_array(), "{problems}");
}
