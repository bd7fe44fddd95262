//! Monsters of the season.

use axum::extract::State;
use game::data::Monster;

use super::filters::{Levels, is_named};
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, Written, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Monsters")
        .get("/monsters", list, page_of::<Monster>(STATIC, "All monsters.").reads(Filter::read))
        .get("/monsters/{code}", show, one::<Monster>("A monster.").refuses(&[404]))
}

struct Filter {
    name: Option<String>,
    levels: Levels,
    drop: Option<String>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self { name: query.name("name"), levels: Levels::read(query), drop: query.code("drop") }
    }

    fn takes(&self, monster: &Monster) -> bool {
        let drops = |code: &String| monster.drops.iter().any(|drop| drop.code.as_str() == code);
        is_named(&monster.name, self.name.as_deref())
            && self.levels.contain(monster.level)
            && self.drop.as_ref().is_none_or(drops)
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Written> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let monsters = sandbox.data().monsters.values().zip(&sandbox.catalogue().monsters);
    let wanted = monsters.filter(|(monster, _)| filter.takes(monster));
    Ok(page(wanted, paging, |(_, written)| written.clone()))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Monster> {
    sandbox.data().monster(&code).cloned().map(data).ok_or_else(|| ApiError::not_found("monster"))
}
