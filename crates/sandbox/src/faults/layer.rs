//! Stands in front of everything that belongs to the game, before its rate limits: a request that meets a fault here may
//! never reach them.
//!
//! It is the one layer of the game's routes, and hands on to the others itself: each layer would cost every request a
//! box and a copy of all that is behind it.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use super::{
    line::Line,
    only::{Subject, What},
    rest::Rest,
};
use crate::{Sandbox, realtime::layer as realtime_layer, request::bearer};

/// The middleware: faults, then the door of the WebSocket, then the rate limits, then the route.
pub(crate) async fn meet(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    if sandbox.faults().standing().is_empty() {
        return realtime_layer::take(sandbox, request, next).await;
    }
    let token = bearer(request.headers());
    let account = token.and_then(|token| sandbox.resting().accounts.by_token(token).cloned());
    let (method, path) = (request.method(), request.uri().path());
    let now = sandbox.now();
    let hits = sandbox
        .faults()
        .hits(Subject { account: account.as_ref(), what: What::Request { method, path } }, now);
    for hit in &hits {
        tracing::debug!(%method, path, fault = ?hit.fault, "a request meets a fault");
    }
    let line = request.extensions().get::<Line>().cloned().unwrap_or_default();
    Rest { sandbox, account, line, hits: hits.into_iter(), next }.run(request).await
}
