//! Effects of items and monsters, in words.

use axum::extract::State;
use serde_json::Value;

use super::rows::find;
use crate::{
    Sandbox,
    request::{PageReply, Query, Reply, STATIC, Segments, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    Ok(page(sandbox.tables().effects.iter(), query.paging(STATIC)?, Value::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().effects, &code, "effect")
}
