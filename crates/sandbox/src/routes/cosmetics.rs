//! Badges and skins (RULES §2).

use api_types::{Badge, Skin};
use axum::extract::State;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Badges")
        .get("/badges", badges, page_of::<Badge>(STATIC, "All badges."))
        .get("/badges/{code}", badge, one::<Badge>("A badge.").refuses(&[404]))
        .tag("Skins")
        .get("/skins", skins, page_of::<Skin>(STATIC, "All skins."))
        .get("/skins/{code}", skin, one::<Skin>("A skin.").refuses(&[404]))
}

async fn badges(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Badge> {
    Ok(page(sandbox.tables().badges.iter(), query.paging(STATIC)?, Badge::clone))
}

async fn badge(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Badge> {
    let badge = sandbox.tables().badges.iter().find(|badge| badge.code == code);
    badge.cloned().map(data).ok_or_else(|| ApiError::not_found("badge"))
}

async fn skins(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Skin> {
    Ok(page(sandbox.tables().skins.iter(), query.paging(STATIC)?, Skin::clone))
}

async fn skin(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Skin> {
    let skin = sandbox.tables().skins.iter().find(|skin| skin.code == code);
    skin.cloned().map(data).ok_or_else(|| ApiError::not_found("skin"))
}
