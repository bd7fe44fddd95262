//! A request as a value, before it has an address: what the limiter queues.

use std::fmt;

use bytes::Bytes;
use http::Method;
use serde::Serialize;

use crate::{rates::Bucket, token::Token};

/// Everything a request carries but the server's address. Made by [`Call::request`](crate::Call::request) only, so its
/// path is always well formed.
#[derive(Debug, Clone)]
pub struct Request {
    pub(crate) bucket: Bucket,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) body: Option<Bytes>,
    pub(crate) token: Option<Token>,
}

impl Request {
    /// A read. `path` starts with `/`, may have a query, and is made of checked names and numbers only.
    pub(crate) fn get(bucket: Bucket, path: impl Into<String>) -> Self {
        Self { bucket, method: Method::GET, path: path.into(), body: None, token: None }
    }

    /// A write without a body.
    pub(crate) fn post(bucket: Bucket, path: impl Into<String>) -> Self {
        Self { method: Method::POST, ..Self::get(bucket, path) }
    }

    /// The same with a body.
    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        let json = serde_json::to_vec(body).expect("wire structs have text keys and plain values");
        self.body = Some(json.into());
        self
    }

    /// The same on behalf of an account.
    pub(crate) fn token(mut self, token: &Token) -> Self {
        self.token = Some(token.clone());
        self
    }

    /// The budget it counts in.
    #[must_use]
    pub fn bucket(&self) -> Bucket {
        self.bucket
    }

    /// Whether it changes nothing on the server and so may be repeated at will.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.method == Method::GET
    }
}

/// Method and path, as in a log line: `POST /my/Ana/action/rest`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}
