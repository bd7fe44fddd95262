//! Merchants and traders, and what they buy and sell (RULES §11).

use axum::extract::State;
use serde_json::Value;

use super::{
    filters::{is, is_named},
    rows::{any, find, text},
};
use crate::{
    Sandbox,
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (name, kind, currency, item, paging) = query.read(|query| {
        let kind: Option<String> = query.word("type", &["merchant", "trader"]);
        (query.text("name"), kind, query.text("currency"), query.text("item"), query.paging(STATIC))
    })?;
    let npcs = sandbox.tables().npcs.iter().filter(|npc| {
        is_named(text(npc, "name"), name.as_deref())
            && is(text(npc, "type"), kind.as_deref())
            && any(npc, "items", "currency", currency.as_deref())
            && any(npc, "items", "code", item.as_deref())
    });
    Ok(page(npcs, paging, Value::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().npcs, &code, "NPC")
}

pub(crate) async fn items(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (code, npc, currency, paging) = query.read(|query| {
        (query.text("code"), query.text("npc"), query.text("currency"), query.paging(STATIC))
    })?;
    let items = sandbox.tables().npc_items.iter().filter(|item| {
        is(text(item, "code"), code.as_deref())
            && is(text(item, "npc"), npc.as_deref())
            && is(text(item, "currency"), currency.as_deref())
    });
    Ok(page(items, paging, Value::clone))
}

pub(crate) async fn items_of(
    State(sandbox): State<Sandbox>,
    Segments(npc): Segments<String>,
    query: Query,
) -> PageReply<Value> {
    let paging = query.paging(STATIC)?;
    if sandbox.tables().npcs.iter().all(|row| text(row, "code") != npc) {
        return Err(ApiError::not_found("NPC items"));
    }
    let items = sandbox.tables().npc_items.iter().filter(|item| text(item, "npc") == npc);
    Ok(page(items, paging, Value::clone))
}
