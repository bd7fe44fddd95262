//! Effects of items and monsters, in words.

use api_types::Effect;
use axum::extract::State;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Effects").get("/effects", list, page_of::<Effect>(STATIC, "All effects.")).get(
        "/effects/{code}",
        show,
        one::<Effect>("An effect.").refuses(&[404]),
    )
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Effect> {
    Ok(page(sandbox.tables().effects.iter(), query.paging(STATIC)?, Effect::clone))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Effect> {
    let effect = sandbox.tables().effects.iter().find(|effect| effect.code == code);
    effect.cloned().map(data).ok_or_else(|| ApiError::not_found("effect"))
}
