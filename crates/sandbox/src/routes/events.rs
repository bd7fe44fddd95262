//! Events that a season may bring (RULES §12).

use api_types::MapContentType;
use axum::extract::State;
use serde_json::Value;

use super::{filters::is, rows::text};
use crate::{
    Sandbox,
    request::{PageReply, Query, STATIC, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (kind, paging) = query.read(|query| {
        let kind: Option<String> = query.word("type", MapContentType::KNOWN);
        (kind, query.paging(STATIC))
    })?;
    let events = sandbox.tables().events.iter();
    let wanted = events.filter(|event| is(text(&event["content"], "type"), kind.as_deref()));
    Ok(page(wanted, paging, Value::clone))
}

/// No event is ever active in this world; a client that asks learns just that.
pub(crate) async fn active(query: Query) -> PageReply<Value> {
    Ok(page([].into_iter(), query.paging(STATIC)?, |event| event))
}
