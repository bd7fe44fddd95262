//! What can be gathered this season.

use axum::extract::State;
use game::{Skill, data::Resource};

use super::filters::Levels;
use crate::{
    Sandbox,
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

/// Skills that gather (RULES §6).
const GATHERING: [Skill; 4] = [Skill::Mining, Skill::Woodcutting, Skill::Fishing, Skill::Alchemy];

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Resource> {
    let (levels, skill, drop, paging) = query.read(|query| {
        let skill: Option<Skill> = query.word("skill", &GATHERING.map(Skill::as_str));
        (Levels::read(query), skill, query.text("drop"), query.paging(STATIC))
    })?;
    let drops =
        |resource: &Resource, code: &str| resource.drops.iter().any(|drop| drop.code.as_str() == code);
    let resources = sandbox.data().resources.values().filter(|resource| {
        levels.contain(resource.level)
            && skill.is_none_or(|skill| resource.skill == skill)
            && drop.as_deref().is_none_or(|code| drops(resource, code))
    });
    Ok(page(resources, paging, Resource::clone))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Segments(code): Segments<String>,
) -> Reply<Resource> {
    sandbox.data().resource(&code).cloned().map(data).ok_or_else(|| ApiError::not_found("resource"))
}
