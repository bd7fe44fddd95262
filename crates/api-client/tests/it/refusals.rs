//! What the client makes of every kind of answer that is not a success (RULES §1, §4, §14).

use std::time::Duration;

use api_client::{Ambiguity, CallError, Reply};
use game::{Refusal, RefusalCode};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::response;

fn read(status: u16, body: &str) -> CallError {
    Reply::from_response(response(status, body.to_owned())).value.unwrap_err()
}

fn error(code: u16, message: &str, data: Value) -> String {
    json!({"error": {"code": code, "message": message, "data": data}}).to_string()
}

#[test]
fn the_games_no_is_a_refusal_even_when_its_status_looks_like_a_failure() {
    for code in [404, 434, 451, 461, 478, 486, 490, 497, 498, 550, 573, 596, 598, 599] {
        let expected = CallError::Refused(Refusal::new(RefusalCode::from(code), "No."));
        assert_eq!(read(code, &error(code, "No.", Value::Null)), expected);
    }
}

#[test]
fn an_invalid_payload_says_which_field_was_wrong() {
    let body = error(422, "Invalid payload.", json!({"body.quantity": ["Must be at least 1"]}));
    let message = r#"Invalid payload. body.quantity: ["Must be at least 1"]"#;
    assert_eq!(read(422, &body), CallError::Refused(Refusal::new(RefusalCode::InvalidPayload, message)));
}

#[test]
fn a_cooldown_says_how_long_it_still_runs() {
    let cooldown = |ms| CallError::OnCooldown { remaining: Duration::from_millis(ms) };
    let words = "The character is in cooldown: 4.32 seconds remaining.";
    assert_eq!(read(499, &error(499, words, json!({"remaining_seconds": 4.3}))), cooldown(4_300));
    assert_eq!(read(499, &error(499, words, Value::Null)), cooldown(4_320));
    assert_eq!(read(499, &error(499, "Wait.", Value::Null)), cooldown(3_000));
    assert_eq!(cooldown(4_320).to_string(), "the character is on cooldown for another 4.32 s");
}

#[test]
fn a_rejected_token_stops_the_account_whatever_is_wrong_with_it() {
    for code in [452, 453, 454] {
        let expected =
            CallError::TokenRejected(Refusal::new(RefusalCode::from(code), "Failed to parse token."));
        assert_eq!(read(code, &error(code, "Failed to parse token.", Value::Null)), expected);
    }
}

#[test]
fn a_rate_limit_is_one_with_and_without_the_games_body_and_its_headers_are_kept() {
    for body in [error(429, "Too many requests.", Value::Null), "<html>slow down</html>".into()] {
        let mut limited = response(429, body);
        limited.headers_mut().insert("retry-after", "7".parse().unwrap());
        limited.headers_mut().insert("x-ratelimit-remaining-minute", "0".parse().unwrap());
        let reply = Reply::from_response(limited);
        let retry_after = Some(Duration::from_secs(7));
        assert_eq!(reply.value, Err(CallError::RateLimited { retry_after }));
        assert_eq!(reply.rates.windows.len(), 1);
    }
    assert_eq!(read(429, ""), CallError::RateLimited { retry_after: None });
}

#[test]
fn a_failure_with_the_games_body_is_the_servers_own() {
    let expected = CallError::ServerError(Refusal::new(RefusalCode::from(500), "Fatal error."));
    assert_eq!(read(500, &error(500, "Fatal error.", Value::Null)), expected);
}

#[test]
fn whatever_comes_without_the_games_body_is_ambiguous() {
    for (status, body) in [
        (502, "<html><h1>502 Bad Gateway</h1></html>"),
        (503, ""),
        (500, r#"{"detail": "Internal Server Error"}"#),
        (403, "<html>blocked</html>"),
        (404, r#"{"detail": "Not Found"}"#),
        (307, ""),
    ] {
        let status = StatusCode::from_u16(status).unwrap();
        let expected = CallError::Ambiguous(Ambiguity::NotTheGame { status });
        assert_eq!(read(status.as_u16(), body), expected);
        assert!(expected.is_transient() && expected.may_have_been_applied());
    }
}
