//! Achievements of the season (RULES §11).

use api_types::AchievementType;
use axum::extract::State;
use serde_json::Value;

use super::rows::{any, find};
use crate::{
    Sandbox,
    request::{PageReply, Query, Reply, STATIC, Segments, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (kind, paging) = query.read(|query| {
        let kind: Option<String> = query.word("type", AchievementType::KNOWN);
        (kind, query.paging(STATIC))
    })?;
    let achievements = sandbox.tables().achievements.iter();
    let wanted = achievements.filter(|achievement| any(achievement, "objectives", "type", kind.as_deref()));
    Ok(page(wanted, paging, Value::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().achievements, &code, "achievement")
}
