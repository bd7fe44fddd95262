//! `GET /my/rates`: what is left of the rate limits of the client's address (RULES §3).

use api_types::{RateLimitScope, RateLimitWindow, RateLimits};
use axum::extract::State;
use http::request::Parts;

use crate::{
    Sandbox,
    rates::{
        bucket::{Bucket, Period},
        layer,
        limiter::Window,
    },
    request::{Owner, Reply, data},
};

pub(crate) async fn show(State(sandbox): State<Sandbox>, _: Owner, parts: Parts) -> Reply<RateLimits> {
    let (client, now) = (layer::client(&parts), sandbox.now());
    let limiter = sandbox.limiter();
    let scope = |bucket| scope(&limiter.windows(client, bucket, now));
    Ok(data(RateLimits {
        account: scope(Bucket::Account),
        data: scope(Bucket::Data),
        action: scope(Bucket::Action),
        simulation: scope(Bucket::Simulation),
        assistant: None,
    }))
}

fn scope(windows: &[Window]) -> RateLimitScope {
    let of = |period: Period| {
        let window = windows.iter().find(|window| window.period == period)?;
        Some(RateLimitWindow { limit: window.limit, remaining: window.remaining, reset: window.reset.into() })
    };
    RateLimitScope {
        second: of(Period::Second),
        minute: of(Period::Minute),
        hour: of(Period::Hour),
        day: of(Period::Day),
    }
}
