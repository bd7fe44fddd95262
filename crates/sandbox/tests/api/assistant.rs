//! The assistant: its limits, and its price beyond them (RULES §3).

use sandbox::{RateLimits, SandboxConfig, WindowLimits};
use serde_json::{Value, json};

use crate::support::{Answer, Server, config};

/// Members, with two questions a day.
fn members() -> Server {
    let assistant = WindowLimits { day: Some(2), ..WindowLimits::default() };
    let rate_limits = RateLimits { assistant, ..RateLimits::unlimited() };
    Server::with(SandboxConfig { rate_limits, members: true, ..config() })
}

async fn ask(server: &Server, question: &str) -> Answer {
    server.post("/game_assistant/ask", json!({"question": question, "pay_with_gems": true})).await
}

#[tokio::test]
async fn it_knows_things_by_their_names() {
    let server = members();
    let answer = ask(&server, "How strong is a CHICKEN?").await.data();
    assert_eq!(answer["answer"], "Chicken has level 1 and 60 hit points.");
    let answer = ask(&server, "where do I get iron_rocks").await.data();
    assert!(answer["answer"].as_str().unwrap().contains("mining 10"), "{answer}");
}

#[tokio::test]
async fn beyond_the_free_questions_it_costs_a_gem() {
    let server = members();
    let left = |answer: &Value| answer["assistant"]["day"]["remaining"].clone();
    assert_eq!(left(&ask(&server, "hello").await.data()), 1);
    assert_eq!(left(&server.get("/my/rates").await.data()), 1);
    assert_eq!(ask(&server, "hello").await.data()["paid_with_gems"], false);
    assert_eq!(ask(&server, "hello").await.error()["code"], 563);
    server.post("/sandbox/control/account", json!({"gems": 1})).await;
    assert_eq!(ask(&server, "hello").await.data()["paid_with_gems"], true);
    assert_eq!(server.get("/my/details").await.data()["gems"], 0);
    server.advance(86_400_000);
    assert_eq!(ask(&server, "hello").await.data()["paid_with_gems"], false);
}

#[tokio::test]
async fn it_answers_members_alone() {
    let server = Server::start();
    assert_eq!(ask(&server, "hello").await.error()["code"], 451);
    assert_eq!(server.get("/my/rates").await.data()["assistant"], Value::Null);
}
