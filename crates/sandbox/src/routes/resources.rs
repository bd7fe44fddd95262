//! What can be gathered this season.

use axum::extract::State;
use game::{Skill, data::Resource};

use super::filters::Levels;
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, Written, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Resources")
        .get("/resources", list, page_of::<Resource>(STATIC, "All resources.").reads(Filter::read))
        .get("/resources/{code}", show, one::<Resource>("A resource.").refuses(&[404]))
}

struct Filter {
    levels: Levels,
    skill: Option<Skill>,
    drop: Option<String>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            levels: Levels::read(query),
            skill: query.word("skill", Skill::GATHERING),
            drop: query.code("drop"),
        }
    }

    fn takes(&self, resource: &Resource) -> bool {
        let drops = |code: &String| resource.drops.iter().any(|drop| drop.code.as_str() == code);
        self.levels.contain(resource.level)
            && self.skill.is_none_or(|skill| resource.skill == skill)
            && self.drop.as_ref().is_none_or(drops)
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Written> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let resources = sandbox.data().resources.values().zip(&sandbox.catalogue().resources);
    let wanted = resources.filter(|(resource, _)| filter.takes(resource));
    Ok(page(wanted, paging, |(_, written)| written.clone()))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Resource> {
    sandbox.data().resource(&code).cloned().map(data).ok_or_else(|| ApiError::not_found("resource"))
}
