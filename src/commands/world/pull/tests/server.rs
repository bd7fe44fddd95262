//! A sandbox that is called in this process, and the troubles on the way to it.

use std::{
    collections::VecDeque,
    pin::Pin,
    sync::{Arc, Mutex},
};

use api_client::{GameHttp, TransportError};
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use jiff::Timestamp;
use sandbox::{RateLimits, Sandbox, SandboxConfig};
use tokio::time::Instant;
use tower::ServiceExt;

/// What may happen to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Nobody is there.
    Unreachable,
    /// A proxy says that the game is away.
    Maintenance,
    /// A proxy says that it was asked too often.
    Limited,
}

/// A sandbox with the embedded world, whose time is tokio's.
pub(super) struct Server {
    sandbox: Sandbox,
    log: Arc<Mutex<Vec<(String, u16)>>>,
}

struct Http {
    sandbox: Sandbox,
    log: Arc<Mutex<Vec<(String, u16)>>>,
    /// What happens to the first requests.
    troubles: Mutex<VecDeque<Option<Trouble>>>,
    /// What happens to all others.
    then: Option<Trouble>,
}

impl Server {
    pub(super) fn start() -> Self {
        Self::with(RateLimits::unlimited())
    }

    pub(super) fn with(rate_limits: RateLimits) -> Self {
        let began = Instant::now();
        let config = SandboxConfig { rate_limits, ..SandboxConfig::default() };
        let clock = move || Timestamp::UNIX_EPOCH + began.elapsed();
        Self { sandbox: Sandbox::open(config, clock).unwrap(), log: Arc::default() }
    }

    /// The way to it.
    pub(super) fn http(&self) -> Arc<dyn GameHttp> {
        self.way([], None)
    }

    /// A way on which the first requests meet trouble.
    pub(super) fn http_after<const N: usize>(&self, troubles: [Trouble; N]) -> Arc<dyn GameHttp> {
        self.way(troubles.map(Some), None)
    }

    /// A way that breaks for good after so many requests.
    pub(super) fn http_until(&self, requests: usize) -> Arc<dyn GameHttp> {
        self.way(vec![None; requests], Some(Trouble::Unreachable))
    }

    fn way(
        &self,
        troubles: impl Into<VecDeque<Option<Trouble>>>,
        then: Option<Trouble>,
    ) -> Arc<dyn GameHttp> {
        let (sandbox, log) = (self.sandbox.clone(), Arc::clone(&self.log));
        Arc::new(Http { sandbox, log, troubles: Mutex::new(troubles.into()), then })
    }

    /// The paths that reached it.
    pub(super) fn asked(&self) -> Vec<String> {
        self.log.lock().unwrap().iter().map(|(path, _)| path.clone()).collect()
    }

    /// How many requests it refused for its limits.
    pub(super) fn refused(&self) -> usize {
        self.log.lock().unwrap().iter().filter(|(_, status)| *status == 429).count()
    }
}

impl GameHttp for Http {
    fn call(
        &self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send + '_>> {
        Box::pin(async move {
            let trouble = self.troubles.lock().unwrap().pop_front().unwrap_or(self.then);
            let answer = |status: u16| Ok(Response::builder().status(status).body(Bytes::new()).unwrap());
            match trouble {
                Some(Trouble::Unreachable) => Err(TransportError::NotSent("nobody is there".to_owned())),
                Some(Trouble::Maintenance) => answer(502),
                Some(Trouble::Limited) => answer(429),
                None => Ok(self.deliver(request).await),
            }
        })
    }
}

impl Http {
    async fn deliver(&self, request: Request<Bytes>) -> Response<Bytes> {
        let path = request.uri().path().to_owned();
        let answered = self.sandbox.router().oneshot(request.map(Body::from)).await;
        let (parts, body) = answered.unwrap_or_else(|never| match never {}).into_parts();
        self.log.lock().unwrap().push((path, parts.status.as_u16()));
        let body = axum::body::to_bytes(body, usize::MAX).await.expect("the router's bodies are in memory");
        Response::from_parts(parts, body)
    }
}
