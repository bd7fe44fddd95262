//! Rate limits as a client meets them: headers, 429, and `GET /my/rates`.

use std::net::SocketAddr;

use axum::{body::Body, extract::ConnectInfo};
use http::Request;
use insta::{assert_debug_snapshot, assert_json_snapshot};
use sandbox::{RateLimits, SandboxConfig};
use serde_json::json;

use crate::support::{Answer, Server, config};

fn limited(speed: f64) -> Server {
    Server::with(SandboxConfig { rate_limits: RateLimits::default(), speed, ..config() })
}

fn rate_headers(answer: &Answer) -> Vec<String> {
    let named = |name: &str| name.starts_with("x-ratelimit") || ["retry-after", "date"].contains(&name);
    let headers = answer.headers.iter().filter(|(name, _)| named(name.as_str()));
    let mut lines: Vec<_> =
        headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    lines.sort();
    lines
}

#[tokio::test]
async fn every_response_tells_how_its_bucket_stands() {
    let server = limited(1.0);
    assert_debug_snapshot!(rate_headers(&server.get("/items").await), @r#"
    [
        "date: Sat, 25 Jul 2026 17:20:00 GMT",
        "x-ratelimit-limit-hour: 2000",
        "x-ratelimit-limit-minute: 200",
        "x-ratelimit-limit-second: 10",
        "x-ratelimit-limit: 10",
        "x-ratelimit-remaining-hour: 1999",
        "x-ratelimit-remaining-minute: 199",
        "x-ratelimit-remaining-second: 9",
        "x-ratelimit-remaining: 9",
        "x-ratelimit-reset-hour: 1785003601",
        "x-ratelimit-reset-minute: 1785000061",
        "x-ratelimit-reset-second: 1785000002",
        "x-ratelimit-reset: 1785000002",
    ]
    "#);
    server.advance(300);
    let refused = server.act("fight", json!(null)).await;
    assert_eq!((refused.status, refused.header("x-ratelimit-remaining-hour")), (598, "4999"));
    let unknown = server.get("/nowhere").await;
    assert_eq!((unknown.status, unknown.header("x-ratelimit-remaining-hour")), (404, "1998"));
}

#[tokio::test]
async fn the_request_too_many_is_a_429_that_says_when_to_come_back() {
    let server = limited(1.0);
    for _ in 0..10 {
        assert_eq!(server.get("/").await.status, 200);
    }
    let refused = server.get("/").await;
    assert_debug_snapshot!(rate_headers(&refused), @r#"
    [
        "date: Sat, 25 Jul 2026 17:20:00 GMT",
        "retry-after: 1",
        "x-ratelimit-limit-hour: 2000",
        "x-ratelimit-limit-minute: 200",
        "x-ratelimit-limit-second: 10",
        "x-ratelimit-limit: 10",
        "x-ratelimit-remaining-hour: 1990",
        "x-ratelimit-remaining-minute: 190",
        "x-ratelimit-remaining-second: 0",
        "x-ratelimit-remaining: 0",
        "x-ratelimit-reset-hour: 1785003601",
        "x-ratelimit-reset-minute: 1785000061",
        "x-ratelimit-reset-second: 1785000002",
        "x-ratelimit-reset: 1785000002",
    ]
    "#);
    assert_json_snapshot!(refused.error(), @r#"
    {
      "code": 429,
      "message": "Too many requests: wait for the window to end."
    }
    "#);
    server.advance(999);
    assert_eq!(server.get("/").await.status, 429);
    server.advance(1);
    assert_eq!(server.get("/").await.status, 200);
}

#[tokio::test]
async fn the_longest_exhausted_window_decides_how_long_to_wait() {
    let server = limited(1.0);
    for _ in 0..10 {
        for _ in 0..10 {
            assert_ne!(server.act("fight", json!(null)).await.status, 429);
        }
        server.advance(1_000);
    }
    let refused = server.act("fight", json!(null)).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "50"));
    assert_eq!(refused.header("x-ratelimit-limit"), "100");
}

#[tokio::test]
async fn a_faster_world_allows_proportionally_more() {
    let server = limited(20.0);
    assert_eq!(server.get("/").await.header("x-ratelimit-limit-second"), "200");
    assert_eq!(server.get("/").await.header("x-world-speed"), "20");
    assert_json_snapshot!(server.get("/").await.data()["rate_limits"], @r#"
    [
      {
        "type": "account",
        "value": "200/second;6000/hour"
      },
      {
        "type": "token",
        "value": "200/second;6000/hour"
      },
      {
        "type": "data",
        "value": "200/second;4000/minute;40000/hour"
      },
      {
        "type": "action",
        "value": "200/second;2000/minute;100000/hour"
      },
      {
        "type": "simulation",
        "value": "20/second"
      },
      {
        "type": "assistant",
        "value": "500/day"
      }
    ]
    "#);
}

#[tokio::test]
async fn my_rates_shows_every_bucket_and_counts_itself_in_account() {
    let server = limited(1.0);
    server.get("/items").await;
    assert_json_snapshot!(server.get("/my/rates").await.body, @r#"
    {
      "data": {
        "account": {
          "day": null,
          "hour": {
            "limit": 300,
            "remaining": 299,
            "reset": "2026-07-25T18:20:00.123Z"
          },
          "minute": null,
          "second": {
            "limit": 10,
            "remaining": 9,
            "reset": "2026-07-25T17:20:01.123Z"
          }
        },
        "action": {
          "day": null,
          "hour": {
            "limit": 5000,
            "remaining": 5000,
            "reset": "2026-07-25T18:20:00.123Z"
          },
          "minute": {
            "limit": 100,
            "remaining": 100,
            "reset": "2026-07-25T17:21:00.123Z"
          },
          "second": {
            "limit": 10,
            "remaining": 10,
            "reset": "2026-07-25T17:20:01.123Z"
          }
        },
        "assistant": null,
        "data": {
          "day": null,
          "hour": {
            "limit": 2000,
            "remaining": 1999,
            "reset": "2026-07-25T18:20:00.123Z"
          },
          "minute": {
            "limit": 200,
            "remaining": 199,
            "reset": "2026-07-25T17:21:00.123Z"
          },
          "second": {
            "limit": 10,
            "remaining": 9,
            "reset": "2026-07-25T17:20:01.123Z"
          }
        },
        "simulation": {
          "day": null,
          "hour": null,
          "minute": null,
          "second": {
            "limit": 1,
            "remaining": 1,
            "reset": "2026-07-25T17:20:01.123Z"
          }
        }
      }
    }
    "#);
}

#[tokio::test]
async fn this_machine_is_one_client_and_every_other_address_another() {
    let server = limited(1.0);
    let remaining = async |peer: &str| {
        let mut request = Request::get("/").body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer.parse().unwrap()));
        server.send(request).await.header("x-ratelimit-remaining").to_owned()
    };
    assert_eq!(server.get("/").await.header("x-ratelimit-remaining"), "9");
    assert_eq!(remaining("127.0.0.1:5000").await, "8");
    assert_eq!(remaining("[::1]:5001").await, "7");
    assert_eq!(remaining("10.0.0.1:5002").await, "9");
    assert_eq!(remaining("[::ffff:10.0.0.1]:5003").await, "8");
}

#[tokio::test]
async fn without_limits_there_are_no_rate_headers() {
    assert_eq!(rate_headers(&Server::start().get("/").await).len(), 1);
}
