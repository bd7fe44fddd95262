//! `GET /my/rates`: what is left of the rate limits of the client's address (RULES §3).

use api_types::{RateLimitScope, RateLimitWindow, RateLimits};
use axum::extract::State;
use http::request::Parts;

use crate::{
    Sandbox,
    api::{Api, one},
    rates::{
        bucket::{Bucket, Period},
        layer,
        limiter::{Client, Window},
    },
    request::{Owner, Reply, data},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("My account").get(
        "/my/rates",
        show,
        one::<RateLimits>("What is left of the rate limits.").for_owner(),
    )
}

async fn show(State(sandbox): State<Sandbox>, Owner(owner): Owner, parts: Parts) -> Reply<RateLimits> {
    let (client, now, world_now) = (layer::client(&parts.extensions), sandbox.now(), sandbox.world_now());
    let is_member = sandbox.realm().world.account(&owner).is_some_and(|account| account.is_member(world_now));
    let limiter = sandbox.limiter();
    let scope = |bucket| scope(&limiter.windows(&client, bucket, now));
    Ok(data(RateLimits {
        account: scope(Bucket::Account),
        data: scope(Bucket::Data),
        action: scope(Bucket::Action),
        simulation: scope(Bucket::Simulation),
        assistant: is_member
            .then(|| self::scope(&limiter.windows(&Client::Account(owner), Bucket::Assistant, now))),
    }))
}

/// What is left in the windows of a bucket.
pub(super) fn scope(windows: &[Window]) -> RateLimitScope {
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
