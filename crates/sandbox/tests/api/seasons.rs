//! Badges, skins and season rewards (RULES §2, §11).

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn badges_and_skins_are_found_by_their_codes() {
    let server = Server::start();
    assert_eq!(server.get("/badges").await.body["total"], 3);
    assert_eq!(server.get("/badges/settler").await.data()["code"], "settler");
    assert_eq!(server.get("/skins/men1").await.data()["default"], true);
    assert_eq!(server.get("/skins/robin_hood").await.data()["price"], 300);
    for path in ["/badges/nothing", "/skins/nothing"] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn season_rewards_are_listed_by_kind_and_by_code() {
    let server = Server::start();
    let total = async |path: &str| server.get(path).await.body["total"].clone();
    assert_eq!(total("/season_rewards?type=badge").await, 3);
    assert_eq!(
        (total("/season_rewards/gold").await, total("/season_rewards/nothing").await),
        (json!(1), json!(0))
    );
    assert_eq!(server.get("/").await.data()["season"]["rewards"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn points_earn_their_rewards() {
    let server = Server::start();
    server
        .post("/sandbox/give_xp", json!({"character": "Ana", "type": "combat", "amount": 100_000}))
        .await
        .data();
    server.post("/sandbox/clear_cooldown", json!({"character": "Ana"})).await.data();
    server.go_to("monster", "chicken").await;
    server.acted("fight", json!(null)).await;
    let details = server.get("/my/details").await.data();
    assert!(details["achievements_points"].as_u64().unwrap() >= 12, "{details}");
    assert_eq!(details["badges"], json!(["pathfinder", "settler"]));
    assert!(details["skins"].as_array().unwrap().contains(&json!("gladiator")));
    let waiting = server.get("/my/pending_items").await.data();
    let gold = waiting.as_array().unwrap().iter().find(|pending| pending["source_id"] == "gold").unwrap();
    assert_eq!((&gold["source"], &gold["gold"]), (&json!("other"), &json!(500)));
}
