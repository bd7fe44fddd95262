//! Answers that are the game's and yet not right: another clock, another version.

use http::Method;
use serde_json::{Value, json};

use crate::support::Server;

/// The cooldown of Ana's rest, in milliseconds after now: when it started, and when it ends.
fn cooldown(server: &Server, reply: &Value) -> [i64; 2] {
    ["started_at", "expiration"].map(|field| {
        let time: jiff::Timestamp = reply["cooldown"][field].as_str().unwrap().parse().unwrap();
        time.as_millisecond() - server.now()
    })
}

#[tokio::test]
async fn a_clock_that_is_ahead_or_behind_tells_other_times() {
    for skew in [7_000, -7_000] {
        let server = Server::hurt_by(json!({"fault": {"skewed_clock": {"ms": skew}}})).await;
        // As long as the clock is behind, a new character counts as not yet there.
        server.advance(10_000);
        let reply = server.act("rest", json!(null)).await;
        assert_eq!(reply.status, 200);
        let date = reply.header("date").to_owned();
        assert_eq!(cooldown(&server, &reply.data()), [skew, 3_000 + skew]);
        let expected =
            if skew > 0 { "Sat, 25 Jul 2026 17:20:17 GMT" } else { "Sat, 25 Jul 2026 17:20:03 GMT" };
        assert_eq!(date, expected);
    }
}

#[tokio::test]
async fn a_clock_that_is_behind_refuses_who_comes_in_time() {
    let rule = json!({"fault": {"skewed_clock": {"ms": -2_000}}, "script": ["2-"]});
    let server = Server::hurt_by(rule).await;
    server.acted("rest", json!(null)).await;
    let refused = server.act("rest", json!(null)).await.error();
    assert_eq!((&refused["code"], &refused["data"]), (&json!(499), &json!({"remaining_seconds": 2.0})));
    server.advance(1_999);
    assert_eq!(server.act("rest", json!(null)).await.status, 499);
    server.advance(1);
    assert_eq!(server.act("rest", json!(null)).await.status, 200);
}

#[tokio::test]
async fn a_clock_that_is_behind_tells_nobody_about_others_cooldowns() {
    let server = Server::start();
    let stranger = server.account("stranger").await;
    server.acted("rest", json!(null)).await;
    let rules = json!([{"fault": {"skewed_clock": {"ms": -2_000}}}]);
    server.call(Method::PUT, "/sandbox/faults", &Default::default(), rules.to_string()).await.data();
    let refused = server.call(Method::POST, "/my/Ana/action/rest", &stranger, String::new()).await;
    assert_eq!(refused.status, 498);
}

#[tokio::test]
async fn a_season_change_is_seen_in_the_version_and_nowhere_else() {
    let fault = json!({"season_change": {"version": "9.0.0", "season": 9}});
    let server = Server::hurt_by(json!({"fault": fault, "when": {"after_seconds": 60}})).await;
    let told = async || {
        let status = server.get("/").await.data();
        (status["version"].clone(), status["season"]["number"].clone())
    };
    assert_eq!(told().await, (json!("8.2.0"), json!(8)));
    server.advance(60_000);
    assert_eq!(told().await, (json!("9.0.0"), json!(9)));
    assert_eq!(server.see(Method::GET, "/items").await.status, 200);
}
