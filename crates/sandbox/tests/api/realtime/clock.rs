//! What comes by the clock.

use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::members;
use crate::support::TOKEN;

#[tokio::test(start_paused = true)]
async fn on_connect_come_the_version_and_who_is_online() {
    let server = members();
    let mut socket = server.connect().await.unwrap();
    socket.say(json!({"token": TOKEN})).await;
    let version = json!({"type": "version", "data": {"version": "8.2.0"}});
    let online = json!({"type": "online_characters", "data": server.get("/characters/active").await.data()});
    assert_eq!(socket.heard().await, [version, online]);
}

#[tokio::test(start_paused = true)]
async fn every_minute_comes_a_test() {
    let mut socket = members().listen(&["test"]).await;
    let began = Instant::now();
    for minute in 1..=3 {
        assert_eq!(socket.hear().await, json!({"type": "test", "data": {"message": "test"}}));
        assert_eq!(began.elapsed().as_secs(), 60 * minute);
    }
}

#[tokio::test(start_paused = true)]
async fn every_ten_minutes_comes_who_is_online() {
    let server = members();
    let mut socket = server.listen(&["online_characters"]).await;
    let began = Instant::now();
    let online = socket.hear().await;
    assert!(began.elapsed() >= Duration::from_secs(600));
    assert_eq!(online["data"], server.get("/characters/active").await.data());
}
