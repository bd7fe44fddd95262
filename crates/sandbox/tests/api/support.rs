//! A sandbox under test: its clock stands still until it is turned, and calls go through the router.

mod answer;
mod fair;
mod player;
mod socket;

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::body::Body;
use http::{HeaderMap, Method, Request, header};
use jiff::Timestamp;
use sandbox::{Demo, RateLimits, Sandbox, SandboxConfig, SandboxError};
use serde_json::Value;
use tower::ServiceExt;

pub(crate) use answer::Answer;
pub(crate) use fair::fair;
pub(crate) use player::carried;
pub(crate) use socket::Socket;

/// The token of the demo account.
pub(crate) const TOKEN: &str = "a-token-for-tests";
/// When every test begins, in milliseconds.
pub(crate) const START: i64 = 1_785_000_000_123;

/// A sandbox and the clock it reads.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) sandbox: Sandbox,
    clock: Arc<AtomicI64>,
}

/// The configuration of most tests: the embedded world, two characters, no rate limits to think of.
pub(crate) fn config() -> SandboxConfig {
    let character = |name: &str| (name.to_owned(), "men1".to_owned());
    SandboxConfig {
        rate_limits: RateLimits::unlimited(),
        demo: Some(Demo {
            account: "demo".to_owned(),
            token: TOKEN.to_owned(),
            characters: vec![character("Ana"), character("Bo1")],
        }),
        ..SandboxConfig::default()
    }
}

impl Server {
    /// The sandbox of most tests.
    pub(crate) fn start() -> Self {
        Self::with(config())
    }

    pub(crate) fn with(config: SandboxConfig) -> Self {
        Self::open(config, START).unwrap()
    }

    /// A sandbox that begins at a real time of its own.
    pub(crate) fn open(config: SandboxConfig, now: i64) -> Result<Self, SandboxError> {
        let clock = Arc::new(AtomicI64::new(now));
        let read = clock.clone();
        let now = move || Timestamp::from_millisecond(read.load(Ordering::Relaxed)).unwrap();
        Ok(Self { sandbox: Sandbox::open(config, now)?, clock })
    }

    /// The sandbox of most tests, in which Ana has been given gold and items, and more was changed: what would take hours
    /// to earn is written into the state file.
    pub(crate) fn with_purse(gold: i64, items: &[(&str, u32)], change: impl FnOnce(&mut Value)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let kept = || SandboxConfig { state: Some(path.clone()), ..config() };
        Self::with(kept()).sandbox.save().unwrap();
        let mut state: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let ana = &mut state["world"]["characters"]["Ana"];
        ana["gold"] = gold.into();
        for (slot, (code, quantity)) in items.iter().enumerate() {
            ana["inventory"]["slots"][slot] = serde_json::json!({"code": code, "quantity": quantity});
        }
        change(&mut state);
        std::fs::write(&path, state.to_string()).unwrap();
        Self::with(kept())
    }

    /// Turns the clock.
    pub(crate) fn advance(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// What the clock shows.
    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, &Self::bearer(TOKEN), String::new()).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, &Self::bearer(TOKEN), body.to_string()).await
    }

    /// A header that says who asks.
    pub(crate) fn bearer(token: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::AUTHORIZATION, format!("Bearer {token}").parse().unwrap())])
    }

    /// Any call at all.
    pub(crate) async fn call(&self, method: Method, path: &str, headers: &HeaderMap, body: String) -> Answer {
        let mut request = Request::builder().method(method).uri(path).body(Body::from(body)).unwrap();
        request.headers_mut().extend(headers.clone());
        self.send(request).await
    }

    /// Sends a request that is complete.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        Answer::read(self.sandbox.router().oneshot(request).await.unwrap()).await
    }
}

/// The reference material beside the workspace, when it is there.
#[expect(
    clippy::print_stdout,
    reason = "whoever reads the test's output should know that it checked nothing"
)]
pub(crate) fn reference(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference")).join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}
