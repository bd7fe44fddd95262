//! Tasks that the masters give, and what their coins buy (RULES §11).

use axum::extract::State;
use game::Skill;
use serde_json::Value;

use super::{
    filters::{Levels, is},
    rows::{find, text},
};
use crate::{
    Sandbox,
    request::{PageReply, Query, Reply, STATIC, Segments, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (levels, skill, kind, paging) = query.read(|query| {
        let skill: Option<String> = query.word("skill", &Skill::ALL.map(Skill::as_str));
        let kind: Option<String> = query.word("type", &["monsters", "items"]);
        (Levels::read(query), skill, kind, query.paging(STATIC))
    })?;
    let level = |task: &Value| task["level"].as_u64().and_then(|level| u32::try_from(level).ok());
    let tasks = sandbox.tables().tasks.iter().filter(|task| {
        levels.contain(level(task).unwrap_or(0))
            && is(text(task, "skill"), skill.as_deref())
            && is(text(task, "type"), kind.as_deref())
    });
    Ok(page(tasks, paging, Value::clone))
}

pub(crate) async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().tasks, &code, "task")
}

pub(crate) async fn rewards(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    Ok(page(sandbox.tables().tasks_rewards.iter(), query.paging(STATIC)?, Value::clone))
}

pub(crate) async fn reward(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().tasks_rewards, &code, "tasks reward")
}
