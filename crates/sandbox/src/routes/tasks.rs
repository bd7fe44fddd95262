//! Tasks that the masters give, and what their coins buy (RULES §11).

use axum::extract::State;
use game::{
    Skill,
    data::{Drop, TaskFull, TaskType},
};

use super::filters::Levels;
use crate::{
    Sandbox,
    request::{ApiError, PageReply, Query, Reply, STATIC, Segments, data, page},
};

pub(crate) async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<TaskFull> {
    let (levels, skill, kind, paging) = query.read(|query| {
        let skill: Option<Skill> = query.word("skill", &Skill::ALL.map(Skill::as_str));
        let kind: Option<TaskType> = query.word("type", &["monsters", "items"]);
        (Levels::read(query), skill, kind, query.paging(STATIC))
    })?;
    let tasks = sandbox.data().tasks.iter().filter(|task| {
        levels.contain(task.level)
            && skill.is_none_or(|skill| task.skill == Some(skill))
            && kind.as_ref().is_none_or(|kind| task.kind == *kind)
    });
    Ok(page(tasks, paging, TaskFull::clone))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Segments(code): Segments<String>,
) -> Reply<TaskFull> {
    let task = sandbox.data().tasks.iter().find(|task| task.code == code);
    task.cloned().map(data).ok_or_else(|| ApiError::not_found("task"))
}

pub(crate) async fn rewards(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Drop> {
    Ok(page(sandbox.data().tasks_rewards.iter(), query.paging(STATIC)?, Drop::clone))
}

pub(crate) async fn reward(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Drop> {
    let reward = sandbox.data().tasks_rewards.iter().find(|reward| reward.code.as_str() == code);
    reward.cloned().map(data).ok_or_else(|| ApiError::not_found("tasks reward"))
}
