//! The first message: who is let in, and what is said to the others.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

use super::{members, types};
use crate::support::{Server, TOKEN};

/// What is said to somebody who is not let in.
async fn refused(server: &Server, first: Message) -> String {
    let mut socket = server.connect().await.unwrap();
    socket.send(first).await;
    let mut said = socket.hear().await;
    assert_eq!((said.as_object().unwrap().len(), socket.close_code().await), (1, 1008));
    match said["error"].take() {
        Value::String(text) => text,
        other => panic!("{other}"),
    }
}

fn first(message: Value) -> Message {
    Message::text(message.to_string())
}

#[tokio::test(start_paused = true)]
async fn a_member_hears_everything_unless_it_chooses() {
    let server = members();
    let mut socket = server.connect().await.unwrap();
    socket.say(json!({"token": TOKEN})).await;
    assert_eq!(types(&socket.heard().await), ["version", "online_characters"]);
    let mut choosy = server.connect().await.unwrap();
    choosy.say(json!({"token": TOKEN, "subscriptions": ["account_log", "version"]})).await;
    assert_eq!(types(&choosy.heard().await), ["version"]);
    let mut silent = server.connect().await.unwrap();
    silent.say(json!({"token": TOKEN, "subscriptions": []})).await;
    assert_eq!(silent.heard().await, [Value::Null; 0]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_nobody_s_is_refused() {
    let said = refused(&members(), first(json!({"token": "stolen"}))).await;
    assert_eq!(said, "Failed to parse token. Token is invalid.");
}

#[tokio::test(start_paused = true)]
async fn who_is_no_member_is_refused() {
    let said = refused(&Server::start(), first(json!({"token": TOKEN}))).await;
    assert_eq!(said, "Access denied, you must be a member to do that.");
}

#[tokio::test(start_paused = true)]
async fn a_subscription_to_nothing_is_refused() {
    let subscriptions = json!({"token": TOKEN, "subscriptions": ["version", "gossip"]});
    assert_eq!(refused(&members(), first(subscriptions)).await, "Unknown subscription: gossip.");
}

#[tokio::test(start_paused = true)]
async fn a_first_message_that_is_something_else_is_refused_with_advice() {
    for message in [
        Message::text("hello"),
        first(json!({"subscriptions": []})),
        first(json!({"token": 5})),
        first(json!([TOKEN])),
        Message::binary(json!({"token": TOKEN}).to_string()),
    ] {
        let said = refused(&members(), message.clone()).await;
        assert!(said.starts_with(r#"The first message must be {"token": "…""#), "{message:?}: {said}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_is_sent_away_after_half_a_minute() {
    let server = members();
    let mut socket = server.connect().await.unwrap();
    let began = Instant::now();
    assert_eq!(socket.hear().await["error"], "No token came.");
    assert_eq!((socket.close_code().await, began.elapsed()), (1008, Duration::from_secs(30)));
}

#[tokio::test(start_paused = true)]
async fn a_message_that_is_too_long_ends_the_connection() {
    let server = members();
    let mut socket = server.connect().await.unwrap();
    socket.say(json!({"token": "x".repeat(70_000)})).await;
    assert!(socket.end().await.is_none_or(|frame| frame.is_some_and(|frame| u16::from(frame.code) == 1009)));
}

#[tokio::test(start_paused = true)]
async fn later_messages_are_ignored_and_pings_are_answered() {
    let server = members();
    let mut socket = server.listen(&["account_log"]).await;
    socket.say(json!({"token": "stolen"})).await;
    socket.send(Message::binary("?")).await;
    socket.ping().await;
    server.act("rest", json!(null)).await.data();
    assert_eq!(types(&socket.heard().await), ["account_log"]);
}

#[tokio::test]
async fn without_a_handshake_the_root_tells_how_the_server_is() {
    assert_eq!(members().get("/").await.data()["version"], "8.2.0");
}
