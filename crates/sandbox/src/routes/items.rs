//! Items of the season.

use axum::extract::State;
use game::{
    Skill,
    data::{Item, ItemType},
};

use super::filters::{Levels, is_named};
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, Written, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Items").get("/items", list, page_of::<Item>(STATIC, "All items.").reads(Filter::read)).get(
        "/items/{code}",
        show,
        one::<Item>("An item.").refuses(&[404]),
    )
}

struct Filter {
    name: Option<String>,
    levels: Levels,
    kind: Option<ItemType>,
    craft_skill: Option<Skill>,
    craft_material: Option<String>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            name: query.name("name"),
            levels: Levels::read(query),
            kind: query.word("type", ItemType::KNOWN),
            craft_skill: query.word("craft_skill", Skill::CRAFTING),
            craft_material: query.code("craft_material"),
        }
    }

    fn takes(&self, item: &Item) -> bool {
        let craft = item.craft.as_ref();
        let crafted_with = |skill: &Skill| craft.is_some_and(|craft| craft.skill == *skill);
        let crafted_of = |material: &String| {
            craft.is_some_and(|craft| craft.items.iter().any(|item| item.code.as_str() == material))
        };
        is_named(&item.name, self.name.as_deref())
            && self.levels.contain(item.level)
            && self.kind.as_ref().is_none_or(|kind| item.kind == *kind)
            && self.craft_skill.as_ref().is_none_or(crafted_with)
            && self.craft_material.as_ref().is_none_or(crafted_of)
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Written> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let items = sandbox.data().items.values().zip(&sandbox.catalogue().items);
    let wanted = items.filter(|(item, _)| filter.takes(item));
    Ok(page(wanted, paging, |(_, written)| written.clone()))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Item> {
    sandbox.data().item(&code).cloned().map(data).ok_or_else(|| ApiError::not_found("item"))
}
