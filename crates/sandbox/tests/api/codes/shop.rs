//! Gems and membership (RULES §11).

use sandbox::{RateLimits, SandboxConfig, WindowLimits};
use serde_json::{Value, json};

use crate::support::{Server, config};

/// A sandbox whose account has this many gems.
async fn with_gems(gems: u32) -> Server {
    let server = Server::start();
    assert_eq!(server.post("/sandbox/control/account", json!({"gems": gems})).await.status, 200);
    server
}

/// A sandbox whose account pays money for its membership, month by month.
async fn subscribed() -> Server {
    let server = with_gems(1000).await;
    let order = server.post("/my/subscribe/stripe", json!({"plan": "monthly"})).await.data();
    let page: http::Uri = order["checkout_url"].as_str().unwrap().parse().unwrap();
    assert_eq!(server.get(page.path()).await.status, 200);
    server
}

async fn skin(server: &Server, code: &str) -> u16 {
    server.refused("/gems_shop/skin", json!({"code": code})).await
}

#[tokio::test]
async fn code_551_the_skin_is_owned_already() {
    assert_eq!(skin(&with_gems(1000).await, "men1").await, 551);
}

#[tokio::test]
async fn code_552_the_skin_is_not_for_sale() {
    assert_eq!(skin(&with_gems(1000).await, "gladiator").await, 552);
}

#[tokio::test]
async fn code_563_there_are_too_few_gems() {
    let server = with_gems(49).await;
    assert_eq!(skin(&server, "robin_hood").await, 563);
    assert_eq!(server.refused("/gems_shop/subscription", json!(null)).await, 563);
    assert_eq!(server.refused("/gems_shop/buy_custom_design", json!({"code": "custom_skin"})).await, 563);
}

#[tokio::test]
async fn code_565_a_subscription_is_active() {
    assert_eq!(subscribed().await.refused("/my/subscribe/stripe", json!({"plan": "annual"})).await, 565);
}

#[tokio::test]
async fn code_572_no_member_token_is_left() {
    assert_eq!(Server::start().refused("/my/subscribe/member_token", json!(null)).await, 572);
}

#[tokio::test]
async fn code_573_what_is_paid_with_money_cannot_be_extended_otherwise() {
    let server = subscribed().await;
    for (path, body) in [
        ("/gems_shop/subscription", Value::Null),
        ("/my/subscribe/member_token", Value::Null),
        ("/my/subscribe/stripe", json!({"plan": "monthly", "recurring": false})),
    ] {
        assert_eq!(server.refused(path, body).await, 573, "{path}");
    }
}

#[tokio::test]
async fn code_570_the_assistant_has_answered_enough_for_today() {
    let assistant = WindowLimits { day: Some(1), ..WindowLimits::default() };
    let rate_limits = RateLimits { assistant, ..RateLimits::unlimited() };
    let server = Server::with(SandboxConfig { rate_limits, members: true, ..config() });
    let question = json!({"question": "What is a chicken?"});
    server.post("/game_assistant/ask", question.clone()).await.data();
    assert_eq!(server.refused("/game_assistant/ask", question).await, 570);
}
