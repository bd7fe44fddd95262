//! Hostile on request: what each fault does to a request, and how faults are set.

mod document;
mod endpoint;
mod lost;
mod refused;
mod wire;
mod wrong;

use std::time::Duration;

use axum::body::{Body, to_bytes};
use http::{HeaderMap, Method, Request};
use sandbox::ConnectionLost;
use serde_json::{Value, json};
use tokio::time::Instant;
use tower::ServiceExt;

use crate::support::{Server, TOKEN};

/// What a client sees of a request that may meet a fault.
struct Seen {
    status: u16,
    headers: HeaderMap,
    body: String,
    lost: Option<ConnectionLost>,
    took: Duration,
}

impl Server {
    /// A sandbox in which one thing goes wrong.
    pub(crate) async fn hurt_by(rule: Value) -> Self {
        let server = Self::start();
        server
            .call(Method::PUT, "/sandbox/faults", &HeaderMap::new(), json!([rule]).to_string())
            .await
            .data();
        server
    }

    async fn see(&self, method: Method, path: &str) -> Seen {
        let mut request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        request.headers_mut().extend(Self::bearer(TOKEN));
        let began = Instant::now();
        let (parts, body) = self.sandbox.router().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Seen {
            status: parts.status.as_u16(),
            lost: parts.extensions.get::<ConnectionLost>().copied(),
            headers: parts.headers,
            body: String::from_utf8(body.into()).unwrap(),
            took: began.elapsed(),
        }
    }

    /// Lets Ana rest, whatever goes wrong.
    async fn rest(&self) -> Seen {
        self.see(Method::POST, "/my/Ana/action/rest").await
    }

    /// How often Ana has rested.
    async fn rests(&self) -> u64 {
        let stats = self.get("/sandbox/control/stats").await.data();
        stats["actions"]["Ana"]["rest"].as_u64().unwrap_or_default()
    }
}

#[tokio::test]
async fn without_rules_nothing_goes_wrong() {
    let server = Server::start();
    assert_eq!((server.rest().await.status, server.rests().await), (200, 1));
}

#[tokio::test]
async fn rules_given_at_the_start_stand_at_once() {
    let faults = sandbox::FaultRule::read_list(r#"[{"fault": "connection_reset", "script": [1]}]"#).unwrap();
    let server = Server::with(sandbox::SandboxConfig { faults, ..crate::support::config() });
    assert_eq!(server.rest().await.lost, Some(ConnectionLost { reset: true }));
    assert_eq!(server.rest().await.status, 200);
}

#[tokio::test]
async fn the_same_seed_and_the_same_requests_meet_the_same_faults() {
    let met = async |seed| {
        let faults = sandbox::FaultRule::read_list(r#"[{"fault": "error_before", "rate": 0.5}]"#).unwrap();
        let server = Server::with(sandbox::SandboxConfig { faults, seed, ..crate::support::config() });
        let mut statuses = Vec::new();
        for _ in 0..40 {
            statuses.push(server.see(Method::GET, "/items").await.status);
        }
        statuses
    };
    assert_eq!(met(1).await, met(1).await);
    assert_ne!(met(1).await, met(2).await);
}
