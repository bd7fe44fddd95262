//! Raids of the season, as its data has them (RULES §12).

use axum::extract::State;
use serde_json::Value;

use super::{
    filters::is_named,
    rows::{find, text},
};
use crate::{
    Sandbox,
    request::{PageReply, Query, Reply, STATIC, Segments, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (name, active, paging) =
        query.read(|query| (query.text("name"), query.flag("active"), query.paging(STATIC)))?;
    let raids = sandbox.tables().raids.iter().filter(|raid| {
        is_named(text(raid, "name"), name.as_deref())
            && active.is_none_or(|wanted| (text(raid, "status") == "active") == wanted)
    });
    Ok(page(raids, paging, Value::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().raids, &code, "raid")
}
