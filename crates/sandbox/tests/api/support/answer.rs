//! An answer of the server, read whole.

use axum::{body, response::Response};
use http::HeaderMap;
use serde_json::Value;

/// Status, headers and JSON body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) async fn read(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Self { status, headers, body: serde_json::from_slice(&bytes).unwrap() }
    }

    /// The `data` of an answer that must be a success.
    #[track_caller]
    pub(crate) fn data(mut self) -> Value {
        assert_eq!(self.status, 200, "{}", self.body);
        self.body["data"].take()
    }

    /// The `error` of an answer that must be one; HTTP status and code must agree.
    #[track_caller]
    pub(crate) fn error(mut self) -> Value {
        assert_eq!(self.body["error"]["code"], self.status, "{}", self.body);
        assert_ne!(self.body["error"]["message"], "");
        self.body["error"].take()
    }

    /// A header as text; empty when it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
