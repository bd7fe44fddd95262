//! Stands in front of every route of the game's API: counts the request, refuses it with 429 when it does not fit, and
//! writes the rate headers and the server's date on whatever is answered.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{Extensions, HeaderValue, StatusCode, header};
use jiff::{Timestamp, fmt::rfc2822::DateTimePrinter};

use super::{bucket::Bucket, headers, limiter::Client};
use crate::{Sandbox, request::ApiError};

/// Lets a request pass to its route, or refuses it.
pub(crate) async fn limit(sandbox: Sandbox, request: Request, next: Next) -> Response {
    let bucket = Bucket::of(request.method(), request.uri().path());
    let now = sandbox.now();
    let verdict = sandbox.limiter().take(client(request.extensions()), bucket, now);
    let mut response = if verdict.allowed {
        next.run(request).await
    } else {
        ApiError::of(StatusCode::TOO_MANY_REQUESTS.as_u16()).into_response()
    };
    headers::write(response.headers_mut(), &verdict, now);
    response.headers_mut().insert(header::DATE, http_date(now));
    sandbox.stats().count_request(bucket, response.status());
    response
}

/// Whom a request counts for: the peer's address, all of this machine being one. A request that came over no network,
/// as from a test, is this machine's too.
pub(crate) fn client(extensions: &Extensions) -> Client {
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip().to_canonical());
    Client::Address(peer.filter(|peer| !peer.is_loopback()).unwrap_or(here))
}

/// A time as HTTP writes it.
pub(crate) fn http_date(now: Timestamp) -> HeaderValue {
    let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&now).expect("a time after the year 0");
    HeaderValue::try_from(date).expect("a date is printable ASCII")
}
