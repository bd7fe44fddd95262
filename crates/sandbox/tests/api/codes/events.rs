//! Calling events, and raids that are closed (RULES §11, §12).

use serde_json::json;

use crate::{
    events::{fair_with, hen_fair, hens},
    support::Server,
};

const HOUR: i64 = 60 * 60 * 1000;

/// Calls the event for nothing and for gems; says with which code both are refused.
async fn call(server: &Server) -> u16 {
    let for_nothing = server.refused("/sandbox/spawn_event", json!({"code": "hens"})).await;
    assert_eq!(buy(server).await, for_nothing);
    for_nothing
}

async fn buy(server: &Server) -> u16 {
    server.refused("/gems_shop/spawn_event", json!({"code": "hens"})).await
}

async fn spawned() -> Server {
    let server = hen_fair();
    server.post("/sandbox/spawn_event", json!({"code": "hens"})).await.data();
    server
}

#[tokio::test]
async fn code_564_the_event_is_there_already() {
    assert_eq!(call(&spawned().await).await, 564);
}

#[tokio::test]
async fn code_566_the_event_was_called_a_short_while_ago() {
    let server = spawned().await;
    server.advance(HOUR);
    assert_eq!(call(&server).await, 566);
}

#[tokio::test]
async fn code_571_the_event_cannot_be_bought() {
    let mut free = hens();
    free["price"] = json!(null);
    assert_eq!(buy(&fair_with(&free)).await, 571);
}

#[tokio::test]
async fn code_567_no_raid_is_open_at_this_hour() {
    let server = Server::start();
    server.put_at("raid", "wyrm_in_the_cinders").await;
    assert_eq!(server.code_of("fight", json!(null)).await, 567);
}
