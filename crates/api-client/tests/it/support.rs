//! What the tests share: a token, names, recorded bodies, and responses made of them.

use api_client::{Call, CallError, Client, GameHttp, Reply, Token, TransportError};
use bytes::Bytes;
use serde_json::{Value, json};
use std::{path::PathBuf, pin::Pin, sync::Arc};

/// A port behind which nobody is; for tests that only encode.
struct Nobody;

impl GameHttp for Nobody {
    fn call(
        &self,
        _: http::Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + '_>> {
        Box::pin(async { Err(TransportError::NotSent("nobody is there".into())) })
    }
}

pub(crate) fn client(base_url: &str) -> Client {
    Client::new(Arc::new(Nobody), &base_url.parse().unwrap()).unwrap()
}

pub(crate) fn token() -> Token {
    Token::new("canary.token").unwrap()
}

pub(crate) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(crate) fn character() -> Value {
    serde_json::from_str(include_str!("fixtures/character.json")).unwrap()
}

pub(crate) fn cooldown(reason: &str) -> Value {
    json!({
        "total_seconds": 27, "remaining_seconds": 27, "reason": reason,
        "started_at": "2026-08-02T23:00:08.070Z", "expiration": "2026-08-02T23:00:35.070Z",
    })
}

pub(crate) fn response(status: u16, body: impl Into<Bytes>) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(body.into()).unwrap()
}

/// What the client makes of a 200 with this body.
pub(crate) fn ok<C: Call>(call: &C, body: &Value) -> Result<C::Reply, CallError> {
    Reply::from_response(response(200, body.to_string())).read(call).value
}

/// The error with its causes, as a log would print it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// A file of the reference beside the checkout; `None`, with a printed line, where there is no such folder.
pub(crate) fn reference(name: &str) -> Option<Value> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference")).join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {name} is not beside this checkout");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}
