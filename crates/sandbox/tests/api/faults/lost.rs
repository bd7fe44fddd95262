//! Requests and replies that do not arrive, arrive late, or arrive when nobody waits any more.

use std::time::Duration;

use http::Method;
use sandbox::ConnectionLost;
use serde_json::json;
use tokio::time::sleep;

use crate::support::Server;

const CLOSED: Option<ConnectionLost> = Some(ConnectionLost { reset: false });

#[tokio::test]
async fn a_lost_request_is_not_carried_out() {
    let server = Server::hurt_by(json!({"fault": "request_lost"})).await;
    assert_eq!((server.rest().await.lost, server.rests().await), (CLOSED, 0));
}

#[tokio::test]
async fn a_lost_reply_is_that_of_an_action_that_was_carried_out() {
    let server = Server::hurt_by(json!({"fault": "reply_lost"})).await;
    assert_eq!((server.rest().await.lost, server.rests().await), (CLOSED, 1));
}

#[tokio::test(start_paused = true)]
async fn a_connection_hangs_as_long_as_it_is_told_to() {
    for fault in ["request_lost", "reply_lost", "late_apply"] {
        let server = Server::hurt_by(json!({"fault": {fault: {"hang_ms": 20_000}}})).await;
        assert_eq!(server.rest().await.took, Duration::from_secs(20), "{fault}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_action_is_carried_out_when_its_connection_is_long_gone() {
    let server = Server::hurt_by(json!({"fault": {"late_apply": {"after_ms": 8_000}}, "script": [1]})).await;
    let seen = server.rest().await;
    assert_eq!((seen.lost, seen.took), (CLOSED, Duration::ZERO));
    sleep(Duration::from_millis(7_999)).await;
    assert_eq!(server.rests().await, 0);
    sleep(Duration::from_millis(2)).await;
    assert_eq!(server.rests().await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_late_action_may_be_too_late_to_be_allowed() {
    let server = Server::hurt_by(json!({"fault": "late_apply", "script": [1]})).await;
    server.rest().await;
    assert_eq!(server.rest().await.status, 200, "the client tries again");
    sleep(Duration::from_secs(6)).await;
    assert_eq!(server.rests().await, 1, "the first one met the cooldown of the second");
}

#[tokio::test]
async fn a_reset_connection_carries_nothing_out() {
    let server = Server::hurt_by(json!({"fault": "connection_reset"})).await;
    assert_eq!((server.rest().await.lost, server.rests().await), (Some(ConnectionLost { reset: true }), 0));
}

#[tokio::test(start_paused = true)]
async fn a_delay_slows_the_request_or_its_reply() {
    let server = Server::hurt_by(json!({"fault": {"delay": {"request_ms": 300, "reply_ms": 40}}})).await;
    let seen = server.rest().await;
    assert_eq!((seen.status, seen.took), (200, Duration::from_millis(340)));

    let server = Server::hurt_by(json!({"fault": {"delay": {"request_ms": [100, 200]}}})).await;
    for _ in 0..5 {
        let took = server.see(Method::GET, "/items").await.took.as_millis();
        assert!((100..=200).contains(&took), "{took} ms");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_gives_up_on_a_delayed_request_was_not_heard() {
    let server = Server::hurt_by(json!({"fault": {"delay": {"request_ms": 30_000}}})).await;
    let given_up = tokio::time::timeout(Duration::from_secs(20), server.rest()).await;
    assert!(given_up.is_err());
    sleep(Duration::from_secs(60)).await;
    assert_eq!(server.rests().await, 0);
}

#[tokio::test(start_paused = true)]
async fn faults_of_one_request_are_met_one_after_the_other() {
    let server = Server::start();
    let rules = json!([{"fault": {"delay": {"reply_ms": 500}}}, {"fault": "reply_lost"}]);
    server.call(Method::PUT, "/sandbox/faults", &Default::default(), rules.to_string()).await.data();
    let seen = server.rest().await;
    assert_eq!((seen.lost, seen.took, server.rests().await), (CLOSED, Duration::from_millis(500), 1));
}
