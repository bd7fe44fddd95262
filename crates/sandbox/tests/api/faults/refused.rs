//! Answers in the place of the game's, and after it has done its work.

use http::Method;
use insta::assert_snapshot;
use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn an_error_before_is_a_proxy_s_and_carries_nothing_out() {
    let server = Server::hurt_by(json!({"fault": "error_before"})).await;
    let seen = server.rest().await;
    assert_eq!((seen.status, server.rests().await), (502, 0));
    assert_snapshot!(seen.body, @"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>");
}

#[tokio::test]
async fn an_error_after_is_that_of_an_action_that_was_carried_out() {
    let server = Server::hurt_by(json!({"fault": {"error_after": {"status": 500}}})).await;
    let seen = server.rest().await;
    assert_eq!((seen.status, server.rests().await), (500, 1));
    assert_snapshot!(seen.body, @r#"{"error":{"code":500,"message":"An error occurred on the server."}}"#);
}

#[tokio::test]
async fn an_error_says_what_it_is_told_to() {
    let fault = json!({"error_before": {"status": 503, "body": "empty", "retry_after": 30}});
    let seen = Server::hurt_by(json!({"fault": fault})).await.rest().await;
    assert_eq!((seen.status, &*seen.body, &seen.headers["retry-after"]), (503, "", &"30".parse().unwrap()));
    let fault = json!({"error_before": {"status": 503, "body": "game"}});
    let seen = Server::hurt_by(json!({"fault": fault})).await.rest().await;
    assert!(seen.body.starts_with(r#"{"error":{"code":503"#), "{}", seen.body);
}

#[tokio::test]
async fn a_storm_of_429_is_nobody_s_own_doing() {
    let rule = json!({"fault": {"rate_limited": {"retry_after": 7}}, "script": ["2-3"]});
    let server = Server::hurt_by(rule).await;
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(server.see(Method::GET, "/items").await.status);
    }
    assert_eq!(statuses, [200, 429, 429, 200]);
    let server = Server::hurt_by(json!({"fault": "rate_limited"})).await;
    let seen = server.rest().await;
    assert_eq!(
        (seen.status, seen.headers.contains_key("retry-after"), server.rests().await),
        (429, false, 0)
    );
    assert_eq!(server.get("/sandbox/control/stats").await.data()["rate_limited"], 0);
}

#[tokio::test]
async fn in_maintenance_every_call_is_refused_until_it_is_over() {
    let rule = json!({"fault": "maintenance", "when": {"after_seconds": 60, "for_seconds": 120}});
    let server = Server::hurt_by(rule).await;
    let status = async |path| server.see(Method::GET, path).await.status;
    assert_eq!(status("/").await, 200);
    server.advance(60_000);
    for path in ["/", "/items", "/my/bank", "/nowhere"] {
        assert_eq!(status(path).await, 502, "{path}");
    }
    server.advance(120_000);
    assert_eq!(status("/").await, 200);
}

#[tokio::test]
async fn maintenance_comes_every_day_at_its_hour() {
    // The tests begin at 17:20 UTC.
    let rule = json!({"fault": "maintenance", "when": {"daily_at": "00:00", "for_seconds": 600}});
    let server = Server::hurt_by(rule).await;
    let mut statuses = Vec::new();
    for minutes in [0, 400, 5, 5, 1430, 10] {
        server.advance(minutes * 60_000);
        statuses.push(server.see(Method::GET, "/").await.status);
    }
    assert_eq!(statuses, [200, 502, 502, 200, 502, 200]);
}

#[tokio::test]
async fn a_revoked_token_is_refused_and_all_others_are_good() {
    let server = Server::start();
    let stranger = server.account("stranger").await;
    let rule = json!([{"fault": "token_revoked", "only": {"account": "demo"}, "script": ["2-"]}]);
    server.call(Method::PUT, "/sandbox/faults", &Default::default(), rule.to_string()).await.data();
    assert_eq!(server.get("/my/bank").await.status, 200);
    let refused = server.get("/my/bank").await.error();
    assert_eq!(
        (&refused["code"], &refused["message"]),
        (&json!(452), &json!("Failed to parse token. Token is invalid."))
    );
    assert_eq!(server.call(Method::GET, "/my/bank", &stranger, String::new()).await.status, 200);
    let without = server.call(Method::GET, "/items", &Default::default(), String::new()).await;
    assert_eq!(without.status, 200);

    let expired = Server::hurt_by(json!({"fault": {"token_revoked": {"code": 453}}})).await;
    assert_eq!(expired.get("/my/bank").await.error()["code"], 453);
}
