//! Faults of the WebSocket, and those of requests that an open socket feels too.

use std::time::Duration;

use http::Method;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{members, types};
use crate::support::{Server, Socket};

/// Somebody who listens to Ana on a server where one thing goes wrong.
async fn listening_under(rule: Value) -> (Server, Socket) {
    let server = members();
    let socket = server.listen(&["account_log", "version"]).await;
    set(&server, rule).await;
    (server, socket)
}

async fn set(server: &Server, rule: Value) {
    server.call(Method::PUT, "/sandbox/faults", &Default::default(), json!([rule]).to_string()).await.data();
}

/// Ana rests, twice.
async fn rest_twice(server: &Server) {
    server.acted("rest", json!(null)).await;
    server.acted("rest", json!(null)).await;
}

#[tokio::test(start_paused = true)]
async fn a_lost_message_is_never_heard_of() {
    let (server, mut socket) = listening_under(json!({"fault": "message_lost", "script": [1]})).await;
    rest_twice(&server).await;
    assert_eq!(types(&socket.heard().await), ["account_log"]);
}

#[tokio::test(start_paused = true)]
async fn a_duplicated_message_comes_several_times() {
    let rule = json!({"fault": {"message_duplicated": {"copies": 3}}, "only": {"character": "Ana"}});
    let (server, mut socket) = listening_under(rule).await;
    server.acted("rest", json!(null)).await;
    let heard = socket.heard().await;
    assert_eq!(heard, [heard[0].clone(), heard[0].clone(), heard[0].clone()]);
}

#[tokio::test(start_paused = true)]
async fn a_stalled_socket_is_silent_and_then_tells_all() {
    let rule = json!({"fault": {"socket_stalled": {"ms": 9_000}}, "script": [1]});
    let (server, mut socket) = listening_under(rule).await;
    let began = Instant::now();
    rest_twice(&server).await;
    assert_eq!(socket.hear().await["type"], "account_log");
    assert_eq!(began.elapsed(), Duration::from_secs(9));
    assert_eq!(types(&socket.heard().await), ["account_log"]);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_socket_ends_without_a_word_or_with_a_code() {
    for (fault, code) in [(json!("socket_dropped"), 0), (json!({"socket_dropped": {"code": 1011}}), 1011)] {
        let rule = json!({"fault": fault, "only": {"message": "account_log"}, "script": [2]});
        let (server, mut socket) = listening_under(rule).await;
        rest_twice(&server).await;
        assert_eq!(socket.hear().await["type"], "account_log");
        assert_eq!(socket.close_code().await, code);
    }
}

#[tokio::test(start_paused = true)]
async fn maintenance_closes_every_socket_and_refuses_new_ones() {
    let (server, mut socket) = listening_under(json!({"fault": "maintenance"})).await;
    assert_eq!(socket.close_code().await, 1012);
    assert_eq!(server.connect().await.err(), Some(502));
}

#[tokio::test(start_paused = true)]
async fn a_revoked_token_closes_the_sockets_of_its_account() {
    let rule = json!({"fault": "token_revoked", "only": {"account": "demo"}});
    let (server, mut socket) = listening_under(rule.clone()).await;
    for _ in 0..2 {
        assert_eq!(socket.hear().await["error"], "Failed to parse token. Token is invalid.");
        assert_eq!(socket.close_code().await, 1008);
        socket = server.connect().await.unwrap();
        socket.say(json!({"token": crate::support::TOKEN})).await;
    }
    set(&server, json!({"fault": "token_revoked", "only": {"account": "stranger"}})).await;
    server.listen(&[]).await.ping().await;
}

#[tokio::test(start_paused = true)]
async fn a_season_change_is_told_to_open_sockets() {
    let rule = json!({"fault": {"season_change": {"version": "9.0.0"}}});
    let (server, mut socket) = listening_under(rule).await;
    assert_eq!(socket.heard().await, [json!({"type": "version", "data": {"version": "9.0.0"}})]);
    server.call(Method::DELETE, "/sandbox/faults", &Default::default(), String::new()).await.data();
    assert_eq!(socket.heard().await, [json!({"type": "version", "data": {"version": "8.2.0"}})]);
}

#[tokio::test(start_paused = true)]
async fn a_script_of_requests_is_felt_by_sockets_once_it_has_begun() {
    let rule = json!({"fault": {"maintenance": {"body": "game"}}, "script": ["2-"]});
    let (server, mut socket) = listening_under(rule).await;
    server.get("/items").await;
    socket.ping().await;
    assert_eq!(server.get("/items").await.status, 502);
    assert_eq!(socket.close_code().await, 1012);
}
