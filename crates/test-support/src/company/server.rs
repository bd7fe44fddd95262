//! A look into the game past the company: what the sandbox counted, and its log.

use std::{
    collections::BTreeMap,
    net::{Ipv6Addr, SocketAddr},
    sync::atomic::{AtomicU16, Ordering},
};

use axum::{Router, body::Body, extract::ConnectInfo};
use game::CharacterName;
use http::{Request, header};
use jiff::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};
use tower::ServiceExt;

/// Entries of one page of the log.
const PAGE: usize = 100;
/// Each look comes from an address of its own, so that it uses nobody's rate budget.
static LOOKS: AtomicU16 = AtomicU16::new(0);

/// The sandbox, to be looked into.
pub(super) struct Server<'a> {
    pub(super) router: &'a Router,
    pub(super) token: &'static str,
}

/// What the sandbox counted since it was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Stats {
    /// Requests by bucket, answered in whatever way.
    pub requests: BTreeMap<String, u64>,
    /// Actions carried out, by character and by kind.
    pub actions: BTreeMap<String, BTreeMap<String, u64>>,
    /// Error answers by code.
    pub refusals: BTreeMap<u16, u64>,
    /// Answers with 429.
    pub rate_limited: u64,
}

/// An entry of the game's log.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LogEntry {
    /// What it was.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened.
    pub created_at: Timestamp,
    /// When its cooldown ends; only actions have one.
    pub cooldown_expiration: Option<Timestamp>,
}

#[derive(Deserialize)]
struct Data<T> {
    data: T,
}

impl Stats {
    /// Requests of a bucket.
    #[must_use]
    pub fn requests(&self, bucket: &str) -> u64 {
        self.requests.get(bucket).copied().unwrap_or_default()
    }

    /// Actions carried out for anybody.
    #[must_use]
    pub fn actions(&self) -> u64 {
        self.actions.values().flat_map(BTreeMap::values).sum()
    }

    /// Actions carried out for one character.
    #[must_use]
    pub fn actions_of(&self, name: &str) -> u64 {
        self.actions.get(name).map_or(0, |kinds| kinds.values().sum())
    }

    /// Answers with this code.
    #[must_use]
    pub fn refusals(&self, code: u16) -> u64 {
        self.refusals.get(&code).copied().unwrap_or_default()
    }
}

impl Server<'_> {
    pub(super) async fn stats(&self) -> Stats {
        self.get("/sandbox/control/stats").await
    }

    /// The log of a character, the oldest entry first.
    pub(super) async fn log(&self, name: &CharacterName) -> Vec<LogEntry> {
        let mut entries: Vec<LogEntry> = Vec::new();
        for page in 1.. {
            let more: Vec<LogEntry> = self.get(&format!("/my/logs/{name}?page={page}&size={PAGE}")).await;
            let last = more.len() < PAGE;
            entries.extend(more);
            if last {
                break;
            }
        }
        entries.reverse();
        entries
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> T {
        let mut request = Request::get(path).body(Body::empty()).expect("a valid request");
        let token = format!("Bearer {}", self.token);
        request.headers_mut().insert(header::AUTHORIZATION, token.parse().expect("a valid header"));
        let peer = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, LOOKS.fetch_add(1, Ordering::Relaxed));
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer, 443))));
        let response = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await;
        let body = body.expect("the router's bodies are in memory");
        let data: Data<T> = serde_json::from_slice(&body)
            .unwrap_or_else(|error| panic!("{path}: {error}: {}", String::from_utf8_lossy(&body)));
        data.data
    }
}
