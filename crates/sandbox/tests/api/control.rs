//! The sandbox's own endpoint: what it counts.

use insta::assert_json_snapshot;
use sandbox::{RateLimits, SandboxConfig, WindowLimits};
use serde_json::json;

use crate::support::{Server, config};

#[tokio::test]
async fn requests_actions_and_refusals_are_counted() {
    let two = WindowLimits { second: Some(2), ..WindowLimits::default() };
    let rate_limits = RateLimits { data: two, ..RateLimits::unlimited() };
    let server = Server::with(SandboxConfig { rate_limits, ..config() });
    server.acted("move", json!({"x": 1, "y": 0})).await;
    server.acted("rest", json!(null)).await;
    server.acted("rest", json!(null)).await;
    server.act("fight", json!(null)).await;
    server.post("/my/Bo1/action/rest", json!(null)).await;
    for _ in 0..3 {
        server.get("/items").await;
    }
    assert_json_snapshot!(server.get("/sandbox/control/stats").await.body, @r#"
    {
      "data": {
        "actions": {
          "Ana": {
            "movement": 1,
            "rest": 2
          },
          "Bo1": {
            "rest": 1
          }
        },
        "rate_limited": 1,
        "refusals": {
          "429": 1,
          "598": 1
        },
        "requests": {
          "action": 5,
          "data": 3
        }
      }
    }
    "#);
}

#[tokio::test]
async fn looking_at_the_counts_changes_nothing() {
    let server = Server::start();
    let first = server.get("/sandbox/control/stats").await;
    assert_eq!(first.header("x-ratelimit-limit"), "");
    assert_eq!(server.get("/sandbox/control/stats").await.body, first.body);
}
