//! What is refused before the world is asked: tokens, payloads, limits, and the server's own failures.

use std::sync::atomic::{AtomicBool, Ordering};

use http::{HeaderMap, Method};
use jiff::Timestamp;
use sandbox::{RateLimits, Sandbox, SandboxConfig, WindowLimits};
use serde_json::json;

use crate::support::{Answer, START, Server, config};

#[tokio::test]
async fn code_404_nothing_has_this_code() {
    assert_eq!(Server::start().get("/items/nothing").await.error()["code"], 404);
}

#[tokio::test]
async fn code_422_a_field_is_missing() {
    assert_eq!(Server::start().code_of("crafting", json!({"quantity": 1})).await, 422);
}

#[tokio::test]
async fn code_429_one_request_too_many() {
    let one = WindowLimits { second: Some(1), ..WindowLimits::default() };
    let rate_limits = RateLimits { data: one, ..RateLimits::unlimited() };
    let server = Server::with(SandboxConfig { rate_limits, ..config() });
    server.get("/items").await.data();
    assert_eq!(server.get("/items").await.error()["code"], 429);
}

#[tokio::test]
async fn code_452_the_token_is_nobodys() {
    let server = Server::start();
    let guess = Server::bearer("guess");
    assert_eq!(server.call(Method::GET, "/my/bank", &guess, String::new()).await.error()["code"], 452);
}

#[tokio::test]
async fn code_453_the_token_was_good_until_the_password_changed() {
    let server = Server::start();
    let token = server.account("stranger").await;
    let change = json!({"current_password": "hunter22", "new_password": "hunter23"}).to_string();
    assert_eq!(server.call(Method::POST, "/my/change_password", &token, change).await.status, 200);
    assert_eq!(server.call(Method::GET, "/my/bank", &token, String::new()).await.error()["code"], 453);
}

#[tokio::test]
async fn code_454_a_server_that_tells_missing_tokens_from_bad_ones() {
    let rule = json!({"fault": {"token_revoked": {"code": 454}}});
    assert_eq!(Server::hurt_by(rule).await.get("/my/bank").await.error()["code"], 454);
}

#[tokio::test]
async fn code_500_the_server_fails_and_lives_on() {
    static BROKEN: AtomicBool = AtomicBool::new(false);
    let clock = || {
        assert!(!BROKEN.load(Ordering::Relaxed), "the clock is broken");
        Timestamp::from_millisecond(START).unwrap()
    };
    let sandbox = Sandbox::open(config(), clock).unwrap();
    let ask = async || {
        let request = http::Request::get("/sandbox/give_gold").body(axum::body::Body::empty()).unwrap();
        Answer::read(tower::ServiceExt::oneshot(sandbox.router(), request).await.unwrap()).await
    };
    assert_eq!(ask().await.status, 405);
    BROKEN.store(true, Ordering::Relaxed);
    assert_eq!(ask().await.error()["code"], 500);
    BROKEN.store(false, Ordering::Relaxed);
    assert_eq!(ask().await.status, 405);
}

#[tokio::test]
async fn code_436_an_order_is_in_another_transaction() {
    let server = Server::hurt_by(json!({"fault": "busy"})).await;
    let body = json!({"id": "0000000000000000000000a1", "quantity": 1});
    assert_eq!(server.refused("/my/Ana/action/grandexchange/buy", body).await, 436);
}

#[tokio::test]
async fn code_461_the_bank_is_in_another_transaction() {
    let server = Server::hurt_by(json!({"fault": "busy"})).await;
    assert_eq!(server.refused("/my/Ana/action/bank/deposit/gold", json!({"quantity": 1})).await, 461);
}

#[tokio::test]
async fn code_486_another_action_of_the_character_is_in_progress() {
    let server = Server::hurt_by(json!({"fault": "busy"})).await;
    assert_eq!(server.refused("/my/Ana/action/rest", json!(null)).await, 486);
    assert_eq!(server.call(Method::GET, "/items", &HeaderMap::new(), String::new()).await.status, 200);
}
