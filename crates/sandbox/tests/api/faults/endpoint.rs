//! Setting faults while the sandbox runs.

use http::{HeaderMap, Method};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::support::{Answer, Server};

async fn send(server: &Server, method: Method, path: &str, body: &Value) -> Answer {
    server.call(method, path, &HeaderMap::new(), body.to_string()).await
}

#[tokio::test]
async fn rules_are_listed_with_what_they_have_seen_and_met() {
    let server = Server::start();
    let rules = json!([
        {"fault": {"delay": {"reply_ms": [0, 1]}}, "only": {"path": "/items"}, "rate": 1.0},
        {"fault": {"error_after": {"status": 503}}, "only": {"character": "Ana"}, "script": [2, "4-"],
            "when": {"for_seconds": 60}},
    ]);
    send(&server, Method::PUT, "/sandbox/faults", &rules).await.data();
    server.get("/items").await;
    server.rest().await;
    server.rest().await;
    assert_json_snapshot!(server.get("/sandbox/faults").await.body, @r#"
    {
      "data": [
        {
          "fault": {
            "delay": {
              "reply_ms": [
                0,
                1
              ]
            }
          },
          "id": 1,
          "met": 1,
          "only": {
            "path": "/items"
          },
          "rate": 1.0,
          "seen": 1
        },
        {
          "fault": {
            "error_after": {
              "status": 503
            }
          },
          "id": 2,
          "met": 1,
          "only": {
            "character": "Ana"
          },
          "script": [
            2,
            "4-"
          ],
          "seen": 2,
          "when": {
            "for_seconds": 60
          }
        }
      ]
    }
    "#);
}

#[tokio::test]
async fn rules_are_added_taken_away_and_cleared() {
    let server = Server::start();
    let rule = json!({"fault": "connection_reset", "only": {"path": "/items"}});
    let added = send(&server, Method::POST, "/sandbox/faults", &rule).await.data();
    assert_eq!(added["id"], 1);
    send(&server, Method::POST, "/sandbox/faults", &rule).await.data();
    let left = send(&server, Method::DELETE, "/sandbox/faults/1", &json!(null)).await.data();
    assert_eq!((left.as_array().unwrap().len(), &left[0]["id"]), (1, &json!(2)));
    assert_eq!(send(&server, Method::DELETE, "/sandbox/faults/1", &json!(null)).await.status, 404);
    assert!(server.see(Method::GET, "/items").await.lost.is_some());
    assert_eq!(send(&server, Method::DELETE, "/sandbox/faults", &json!(null)).await.data(), json!([]));
    assert!(server.see(Method::GET, "/items").await.lost.is_none());
}

#[tokio::test]
async fn new_rules_in_the_place_of_old_ones_begin_to_count_anew() {
    let server = Server::start();
    let rules = json!([{"fault": "connection_reset", "script": [1]}]);
    for _ in 0..2 {
        send(&server, Method::PUT, "/sandbox/faults", &rules).await.data();
        assert!(server.rest().await.lost.is_some());
        assert_eq!(server.see(Method::GET, "/").await.status, 200);
    }
}

#[tokio::test]
async fn a_rule_that_is_wrong_is_refused_with_its_place_and_changes_nothing() {
    let server = Server::hurt_by(json!({"fault": "maintenance"})).await;
    let rules = json!([{"fault": "connection_reset"}, {"fault": {"delay": {"reply_ms": "long"}}}]);
    let refused = send(&server, Method::PUT, "/sandbox/faults", &rules).await.error();
    assert_json_snapshot!(refused, @r#"
    {
      "code": 422,
      "data": {
        "1.fault": [
          "delay.reply_ms: write milliseconds as 500, or their least and most as [100, 900] at line 1 column 69"
        ]
      },
      "message": "Request could not be processed due to an invalid payload."
    }
    "#);
    assert_eq!(server.get("/sandbox/faults").await.data()[0]["fault"], "maintenance");
}

#[tokio::test]
async fn the_sandbox_s_own_endpoints_are_never_hurt() {
    let server = Server::hurt_by(json!({"fault": "connection_reset"})).await;
    for path in ["/sandbox/faults", "/sandbox/control/stats"] {
        assert_eq!(server.see(Method::GET, path).await.status, 200, "{path}");
    }
    assert!(server.see(Method::GET, "/nowhere").await.lost.is_some(), "everything else is");
}
