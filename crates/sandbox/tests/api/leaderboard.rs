//! The leaderboards: who is best at what, as it stood at the full hour (RULES §11).

use serde_json::{Value, json};

use crate::support::Server;

/// An hour, after which the boards are reckoned anew.
const HOUR: i64 = 3_600_000;

async fn names(server: &Server, path: &str, field: &str) -> Vec<Value> {
    let rows = server.get(path).await.data();
    rows.as_array().unwrap().iter().map(|row| row[field].clone()).collect()
}

async fn give_xp(server: &Server, character: &str, kind: &str, amount: u32) {
    let gift = json!({"character": character, "type": kind, "amount": amount});
    server.post("/sandbox/give_xp", gift).await.data();
}

#[tokio::test]
async fn characters_are_ranked_by_what_is_asked() {
    let server = Server::start();
    give_xp(&server, "Bo1", "combat", 400).await;
    give_xp(&server, "Ana", "mining", 10).await;
    let by = async |sort: &str| names(&server, &format!("/leaderboard/characters{sort}"), "name").await;
    assert_eq!(by("").await, ["Bo1", "Ana"]);
    assert_eq!(by("?sort=mining").await, ["Ana", "Bo1"]);
    assert_eq!(by("?sort=cooking").await, ["Ana", "Bo1"], "by name when nothing else tells them apart");
    assert_eq!(server.get("/leaderboard/characters?sort=beauty").await.status, 422);
    let best = server.get("/leaderboard/characters?size=1").await.data()[0].clone();
    assert_eq!(
        (&best["position"], &best["level"], &best["total_xp"], &best["mining_level"]),
        (&json!(1), &json!(3), &json!(400), &json!(1))
    );
}

#[tokio::test]
async fn a_name_is_found_with_its_place() {
    let server = Server::start();
    give_xp(&server, "Bo1", "combat", 400).await;
    let found = server.get("/leaderboard/characters?name=an").await.body;
    assert_eq!((&found["total"], &found["data"][0]["position"]), (&json!(1), &json!(2)));
}

#[tokio::test]
async fn a_board_is_that_of_the_full_hour() {
    let server = Server::start();
    let levels = async || names(&server, "/leaderboard/characters", "level").await;
    assert_eq!(levels().await, [1, 1]);
    give_xp(&server, "Ana", "combat", 400).await;
    assert_eq!(levels().await, [1, 1]);
    server.advance(HOUR);
    assert_eq!(levels().await, [3, 1]);
}

#[tokio::test]
async fn accounts_are_ranked_by_points_or_by_gold() {
    let server = Server::with_purse(70, &[("cooked_gudgeon", 30)], |state| {
        state["world"]["accounts"]["demo"]["bank"]["gold"] = json!(5);
    });
    server.account("stranger").await;
    let board = async |sort: &str| server.get(&format!("/leaderboard/accounts?sort={sort}")).await.data();
    let gold = board("gold").await;
    assert_eq!(
        (&gold[0]["account"], &gold[0]["gold"], &gold[1]["gold"]),
        (&json!("demo"), &json!(75), &json!(0))
    );
    server.acted("use", json!({"code": "cooked_gudgeon", "quantity": 30})).await;
    server.advance(HOUR);
    let points = board("achievements_points").await;
    assert_eq!((&points[0]["account"], &points[0]["achievements_points"]), (&json!("demo"), &json!(1)));
    assert_eq!(points[0]["completed_at"], Value::Null);
}
