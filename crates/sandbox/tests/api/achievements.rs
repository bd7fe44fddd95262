//! Achievements as a client sees them: progress, points, and rewards that wait to be claimed.

use serde_json::{Value, json};

use crate::support::{Server, carried};

/// A world in which one more thing has been done of an achievement.
fn almost() -> Server {
    Server::with_purse(0, &[("cooked_gudgeon", 5)], |state| {
        let begun = json!({"no_longer_new": {"progress": [4], "completed_at": null},
                           "well_fed": {"progress": [29], "completed_at": null}});
        state["world"]["accounts"]["demo"]["achievements"] = begun;
    })
}

async fn achievement(server: &Server, code: &str) -> Value {
    let all = server.get("/accounts/demo/achievements").await.data();
    all.as_array().unwrap().iter().find(|row| row["code"] == code).unwrap().clone()
}

#[tokio::test]
async fn progress_is_told_and_points_come_with_the_last_of_it() {
    let server = almost();
    let begun = achievement(&server, "well_fed").await;
    assert_eq!((&begun["objectives"][0]["progress"], &begun["completed_at"]), (&json!(29), &json!(null)));
    assert_eq!(server.get("/my/details").await.data()["achievements_points"], 0);
    server.acted("use", json!({"code": "cooked_gudgeon", "quantity": 1})).await;
    let done = achievement(&server, "well_fed").await;
    assert_eq!(done["objectives"][0]["progress"], done["objectives"][0]["total"]);
    assert!(done["completed_at"].is_string());
    assert_eq!(server.get("/my/details").await.data()["achievements_points"], done["points"]);
}

#[tokio::test]
async fn the_list_is_filtered_by_kind_and_by_whether_it_is_done() {
    let server = almost();
    server.acted("use", json!({"code": "cooked_gudgeon", "quantity": 1})).await;
    let total = async |filter: &str| {
        server.get(&format!("/accounts/demo/achievements{filter}")).await.body["total"].as_u64().unwrap()
    };
    let all = total("").await;
    assert_eq!((total("?completed=true").await, total("?completed=false").await), (1, all - 1));
    assert_eq!(total("?type=use&completed=true").await, 1);
    assert_eq!(total("?type=gathering&completed=true").await, 0);
    assert_eq!(server.get("/accounts/demo/achievements?type=sleeping").await.error()["code"], 422);
    assert_eq!(server.get("/accounts/nobody/achievements").await.error()["code"], 404);
}

#[tokio::test]
async fn a_reward_waits_until_it_is_claimed() {
    let server = almost();
    assert_eq!(server.get("/my/pending_items").await.body["total"], 0);
    server.acted("use", json!({"code": "cooked_gudgeon", "quantity": 1})).await;
    let waiting = server.get("/my/pending_items").await.data()[0].clone();
    assert_eq!((&waiting["source"], &waiting["source_id"]), (&json!("achievement"), &json!("well_fed")));
    let path = format!("claim_item/{}", waiting["id"].as_str().unwrap());
    let claimed = server.acted(&path, json!(null)).await;
    assert_eq!(claimed["character"]["gold"], waiting["gold"]);
    assert_eq!(carried(&claimed, "cooked_gudgeon"), 4);
    assert!(claimed["item"]["claimed_at"].is_string());
    assert_eq!(server.get("/my/pending_items").await.body["total"], 0);
    assert_eq!(server.act(&path, json!(null)).await.status, 404);
    assert_eq!(server.act("claim_item/no%20id", json!(null)).await.status, 422);
}
