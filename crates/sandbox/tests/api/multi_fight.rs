//! Fights of several characters over the wire (RULES §7).

use serde_json::{Value, json};

use crate::support::{Server, fair};

/// Ana and Bo1 before the troll.
async fn before_the_troll() -> Server {
    let server = fair(|_| {});
    server.post("/my/Bo1/action/move", json!({"map_id": 2})).await.data();
    server.acted("move", json!({"map_id": 2})).await;
    server
}

#[tokio::test]
async fn the_reply_has_all_fighters_each_with_the_cooldown() {
    let server = before_the_troll().await;
    let reply = server.act("fight", json!({"participants": ["Bo1"]})).await.data();
    assert_eq!(reply["cooldown"]["reason"], "multi_fight");
    let names = |list: &Value, name: &str| -> Vec<Value> {
        list.as_array().unwrap().iter().map(|entry| entry[name].clone()).collect()
    };
    assert_eq!(names(&reply["characters"], "name"), ["Ana", "Bo1"]);
    assert_eq!(names(&reply["fight"]["characters"], "character_name"), ["Ana", "Bo1"]);
    let ends = names(&reply["characters"], "cooldown_expiration");
    assert!(ends.iter().all(|end| *end == reply["cooldown"]["expiration"]), "{ends:?}");
    assert_eq!(server.post("/my/Bo1/action/rest", json!(null)).await.status, 499);
    let logs = server.get("/my/logs").await.data();
    assert_eq!((&logs[0]["character"], &logs[0]["type"]), (&json!("Ana"), &json!("multi_fight")));
    assert_eq!((&logs[1]["character"], &logs[1]["type"]), (&json!("Bo1"), &json!("multi_fight")));
}

#[tokio::test]
async fn whoever_is_in_cooldown_is_named_with_the_real_seconds() {
    let server = before_the_troll().await;
    server.post("/my/Bo1/action/rest", json!(null)).await.data();
    server.advance(680);
    let error = server.act("fight", json!({"participants": ["Bo1"]})).await.error();
    assert_eq!(error["message"], "Bo1 is in cooldown: 2.32 seconds remaining.");
    assert_eq!((&error["code"], &error["data"]["remaining_seconds"]), (&json!(499), &json!(2.32)));
}

#[tokio::test]
async fn who_may_not_take_part_is_refused_with_the_code_of_the_reason() {
    let server = before_the_troll().await;
    let with = async |names: Value| server.act("fight", json!({"participants": names})).await.status;
    assert_eq!(with(json!(["Nobody"])).await, 498);
    assert_eq!(with(json!(["no name"])).await, 498);
    assert_eq!(with(json!(["Ana"])).await, 422);
    server.acted("move", json!({"map_id": 3})).await;
    let with = async |names: Value| server.act("fight", json!({"participants": names})).await.status;
    assert_eq!(with(json!(["Bo1"])).await, 486);
}
