//! Speed: the world runs faster, and the client never notices.

use insta::assert_json_snapshot;
use jiff::Timestamp;
use sandbox::{SandboxConfig, SandboxError};
use serde_json::{Value, json};

use crate::support::{START, Server, config};

fn at_speed(speed: f64) -> Server {
    Server::with(SandboxConfig { speed, ..config() })
}

fn millisecond(value: &Value) -> i64 {
    value.as_str().unwrap().parse::<Timestamp>().unwrap().as_millisecond()
}

/// A move over five tiles takes 25 seconds of the world.
async fn far_move(server: &Server) -> Value {
    server.act("move", json!({"x": 3, "y": -2})).await.data()
}

#[tokio::test]
async fn cooldowns_are_sent_in_real_time() {
    for (speed, wait, seconds) in [(1.0, 25_000, 25), (10.0, 2_500, 3), (300.0, 84, 1), (1000.0, 25, 1)] {
        let reply = far_move(&at_speed(speed)).await;
        let cooldown = &reply["cooldown"];
        assert_eq!(millisecond(&cooldown["started_at"]), START, "{speed}");
        assert_eq!(millisecond(&cooldown["expiration"]) - START, wait, "{speed}");
        assert_eq!(
            (&cooldown["total_seconds"], &cooldown["remaining_seconds"]),
            (&json!(seconds), &json!(seconds))
        );
        assert_eq!(reply["character"]["cooldown"], seconds);
        assert_eq!(reply["character"]["cooldown_expiration"], cooldown["expiration"]);
    }
}

#[tokio::test]
async fn a_character_may_act_at_its_expiration_and_not_a_millisecond_before() {
    for speed in [1.0, 7.3, 300.0, 999.9, 1000.0] {
        let server = at_speed(speed);
        for round in 0..5 {
            let reply =
                server.act("move", json!({"x": 3 * (1 - round % 2), "y": -2 * (1 - round % 2)})).await.data();
            let wait = millisecond(&reply["cooldown"]["expiration"]) - server.now();
            server.advance(wait - 1);
            assert_eq!(server.act("rest", json!(null)).await.status, 499, "{speed}");
            server.advance(1);
            assert_ne!(server.act("transition", json!(null)).await.status, 499, "{speed}");
        }
    }
}

#[tokio::test]
async fn the_rest_of_a_cooldown_is_told_in_real_seconds() {
    let server = at_speed(10.0);
    far_move(&server).await;
    server.advance(500);
    assert_json_snapshot!(server.act("rest", json!(null)).await.error(), @r#"
    {
      "code": 499,
      "data": {
        "remaining_seconds": 2.0
      },
      "message": "The character is in cooldown: 2.00 seconds remaining."
    }
    "#);
}

#[tokio::test]
async fn logs_and_status_tell_real_time() {
    let server = at_speed(100.0);
    server.advance(60_000);
    far_move(&server).await;
    let log = server.get("/my/logs?size=1").await.data();
    assert_eq!(millisecond(&log[0]["created_at"]), START + 60_000);
    assert_eq!(millisecond(&log[0]["cooldown_expiration"]), START + 60_250);
    let status = server.get("/").await.data();
    assert_eq!(millisecond(&status["server_time"]), START + 60_000);
    assert_eq!(millisecond(&status["season"]["start_date"]), START);
}

#[test]
fn only_speeds_from_1_to_1000_are_accepted() {
    for speed in [0.5, 0.0, -1.0, 1000.1, f64::NAN, f64::INFINITY] {
        let opened = Server::open(SandboxConfig { speed, ..config() }, START);
        assert!(matches!(opened.err(), Some(SandboxError::Speed(_))), "{speed}");
    }
}
