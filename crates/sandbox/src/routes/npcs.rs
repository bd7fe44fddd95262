//! Merchants and traders, and what they buy and sell (RULES §11).

use axum::extract::State;
use game::data::{Currency, Npc, NpcItem, NpcType};

use super::filters::{is, is_named};
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("NPCs")
        .get("/npcs/details", list, page_of::<Npc>(STATIC, "All NPCs.").reads(Filter::read))
        .get("/npcs/details/{code}", show, one::<Npc>("An NPC.").refuses(&[404]))
        .get(
            "/npcs/items",
            items,
            page_of::<NpcItem>(STATIC, "All that NPCs buy and sell.").reads(Line::read),
        )
        .get(
            "/npcs/items/{code}",
            items_of,
            page_of::<NpcItem>(STATIC, "What an NPC buys and sells.").refuses(&[404]),
        )
}

struct Filter {
    name: Option<String>,
    kind: Option<NpcType>,
    currency: Option<String>,
    item: Option<String>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            name: query.name("name"),
            kind: query.word("type", NpcType::KNOWN),
            currency: query.code("currency"),
            item: query.code("item"),
        }
    }

    fn takes(&self, npc: &Npc) -> bool {
        let deals_in = |currency: &String| npc.items.iter().any(|line| line.currency.as_str() == currency);
        let has = |item: &String| npc.items.iter().any(|line| line.code.as_str() == item);
        is_named(&npc.name, self.name.as_deref())
            && self.kind.as_ref().is_none_or(|kind| npc.kind == *kind)
            && self.currency.as_ref().is_none_or(deals_in)
            && self.item.as_ref().is_none_or(has)
    }
}

/// Which lines of the list of all that is bought and sold are wanted.
struct Line {
    code: Option<String>,
    npc: Option<String>,
    currency: Option<String>,
}

impl Line {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self { code: query.code("code"), npc: query.code("npc"), currency: query.code("currency") }
    }

    fn takes(&self, line: &NpcItem) -> bool {
        is(line.code.as_str(), self.code.as_deref())
            && is(line.npc.as_str(), self.npc.as_deref())
            && is(Currency::as_str(&line.currency), self.currency.as_deref())
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Npc> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let npcs = sandbox.data().npcs.values().filter(|npc| filter.takes(npc));
    Ok(page(npcs, paging, Npc::clone))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Npc> {
    let npc = code.parse().ok().and_then(|code| sandbox.data().npcs.get(&code));
    npc.cloned().map(data).ok_or_else(|| ApiError::not_found("NPC"))
}

async fn items(State(sandbox): State<Sandbox>, query: Query) -> PageReply<NpcItem> {
    let (wanted, paging) = query.read(|query| (Line::read(query), query.paging(STATIC)))?;
    let items = sandbox.data().npc_items.values().filter(|line| wanted.takes(line));
    Ok(page(items, paging, NpcItem::clone))
}

async fn items_of(
    State(sandbox): State<Sandbox>,
    Segments(npc): Segments<String>,
    query: Query,
) -> PageReply<NpcItem> {
    let paging = query.paging(STATIC)?;
    if sandbox.data().npcs.keys().all(|code| code.as_str() != npc) {
        return Err(ApiError::not_found("NPC items"));
    }
    let items = sandbox.data().npc_items.values().filter(|line| line.npc.as_str() == npc);
    Ok(page(items, paging, NpcItem::clone))
}
