//! Merchants and traders, and what they buy and sell (RULES §11).

use axum::extract::State;
use game::data::{Currency, Npc, NpcItem, NpcType};

use super::filters::{is, is_named};
use crate::{
    Sandbox,
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Npc> {
    let (name, kind, currency, item, paging) = query.read(|query| {
        let kind: Option<NpcType> = query.word("type", &["merchant", "trader"]);
        (query.text("name"), kind, query.text("currency"), query.text("item"), query.paging(STATIC))
    })?;
    let takes = |npc: &Npc, currency: &str| npc.items.iter().any(|line| line.currency.as_str() == currency);
    let has = |npc: &Npc, item: &str| npc.items.iter().any(|line| line.code.as_str() == item);
    let npcs = sandbox.data().npcs.values().filter(|npc| {
        is_named(&npc.name, name.as_deref())
            && kind.as_ref().is_none_or(|kind| npc.kind == *kind)
            && currency.as_deref().is_none_or(|currency| takes(npc, currency))
            && item.as_deref().is_none_or(|item| has(npc, item))
    });
    Ok(page(npcs, paging, Npc::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Npc> {
    let npc = code.parse().ok().and_then(|code| sandbox.data().npcs.get(&code));
    npc.cloned().map(data).ok_or_else(|| ApiError::not_found("NPC"))
}

pub(crate) async fn items(State(sandbox): State<Sandbox>, query: Query) -> PageReply<NpcItem> {
    let (code, npc, currency, paging) = query.read(|query| {
        (query.text("code"), query.text("npc"), query.text("currency"), query.paging(STATIC))
    })?;
    let items = sandbox.data().npc_items.values().filter(|line| {
        is(line.code.as_str(), code.as_deref())
            && is(line.npc.as_str(), npc.as_deref())
            && is(Currency::as_str(&line.currency), currency.as_deref())
    });
    Ok(page(items, paging, NpcItem::clone))
}

pub(crate) async fn items_of(
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
