//! Monsters of the season.

use axum::extract::State;
use game::data::Monster;

use super::filters::{Levels, is_named};
use crate::{
    Sandbox,
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Monster> {
    let (name, levels, drop, paging) = query
        .read(|query| (query.text("name"), Levels::read(query), query.text("drop"), query.paging(STATIC)))?;
    let drops = |monster: &Monster, code: &str| monster.drops.iter().any(|drop| drop.code.as_str() == code);
    let monsters = sandbox.data().monsters.values().filter(|monster| {
        is_named(&monster.name, name.as_deref())
            && levels.contain(monster.level)
            && drop.as_deref().is_none_or(|code| drops(monster, code))
    });
    Ok(page(monsters, paging, Monster::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Monster> {
    sandbox.data().monster(&code).cloned().map(data).ok_or_else(|| ApiError::not_found("monster"))
}
