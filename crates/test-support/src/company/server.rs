//! A way to the game past the company: what the sandbox counted, its log, and accounts that people open in it.

use std::{
    collections::BTreeMap,
    net::{Ipv6Addr, SocketAddr},
    sync::atomic::{AtomicU16, Ordering},
};

use axum::{body::Body, extract::ConnectInfo};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use game::CharacterName;
use http::{Request, header, request};
use jiff::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::game_router::Game;

/// Entries of one page of the log.
const PAGE: usize = 100;
/// Each look comes from an address of its own, so that it uses nobody's rate budget.
static LOOKS: AtomicU16 = AtomicU16::new(0);

/// The sandbox, to be looked into.
pub(super) struct Server<'a> {
    pub(super) game: &'a Game,
    pub(super) token: &'a str,
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

    /// Opens an account in the game, as a person does; its token.
    pub(super) async fn open_account(&self, name: &str, characters: &[CharacterName]) -> String {
        let password = "a-password-for-tests";
        let account =
            json!({ "username": name, "password": password, "email": format!("{name}@example.org") });
        self.ask(Request::post("/accounts/create"), &account).await;
        let login = format!("Basic {}", BASE64_STANDARD.encode(format!("{name}:{password}")));
        let request = Request::post("/token").header(header::AUTHORIZATION, login);
        let token = self.ask(request, &Value::Null).await["token"].as_str().expect("a token").to_owned();
        for character in characters {
            let request = Request::post("/characters/create");
            let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            self.ask(request, &json!({ "name": character, "skin": "men1" })).await;
        }
        token
    }

    /// Lets these things go wrong in the game, and nothing else; see `docs/faults.md`.
    pub(super) async fn set_faults(&self, rules: &Value) {
        self.ask(Request::put("/sandbox/faults"), rules).await;
    }

    /// Has an event come.
    pub(super) async fn spawn_event(&self, code: &str) {
        self.post("/sandbox/spawn_event", &json!({ "code": code })).await;
    }

    /// Gives a character something out of nothing, and no cooldown for it.
    pub(super) async fn give(&self, character: &str, what: &str, mut gift: Value) {
        gift["character"] = json!(character);
        self.post(&format!("/sandbox/give_{what}"), &gift).await;
        self.post("/sandbox/clear_cooldown", &json!({ "character": character })).await;
    }

    async fn post(&self, path: &str, body: &Value) {
        let request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.ask(request, body).await;
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> T {
        let token = format!("Bearer {}", self.token);
        let request = Request::get(path).header(header::AUTHORIZATION, token);
        let data: Data<T> = serde_json::from_value(self.ask(request, &Value::Null).await)
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        data.data
    }

    async fn ask(&self, request: request::Builder, body: &Value) -> Value {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let request = request.header(header::CONTENT_TYPE, "application/json").body(body);
        let mut request = request.expect("a valid request");
        let peer = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, LOOKS.fetch_add(1, Ordering::Relaxed));
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer, 443))));
        let path = request.uri().path().to_owned();
        let response = self.game.router().oneshot(request).await.unwrap_or_else(|never| match never {});
        let is_good = response.status().is_success();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await;
        let body = body.expect("the router's bodies are in memory");
        assert!(is_good, "{path}: {}", String::from_utf8_lossy(&body));
        serde_json::from_slice(&body).unwrap_or_default()
    }
}
