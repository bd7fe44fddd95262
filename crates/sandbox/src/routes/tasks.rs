//! Tasks that the masters give, and what their coins buy (RULES §11).

use axum::extract::State;
use game::{
    Skill,
    data::{Drop, TaskFull, TaskType},
};

use super::filters::Levels;
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Tasks")
        .get("/tasks/list", list, page_of::<TaskFull>(STATIC, "All tasks.").reads(Filter::read))
        .get("/tasks/list/{code}", show, one::<TaskFull>("A task.").refuses(&[404]))
        .get("/tasks/rewards", rewards, page_of::<Drop>(STATIC, "All that coins of tasks may bring."))
        .get("/tasks/rewards/{code}", reward, one::<Drop>("One of the rewards.").refuses(&[404]))
}

struct Filter {
    levels: Levels,
    skill: Option<Skill>,
    kind: Option<TaskType>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            levels: Levels::read(query),
            skill: query.word("skill", Skill::KNOWN),
            kind: query.word("type", TaskType::KNOWN),
        }
    }

    fn takes(&self, task: &TaskFull) -> bool {
        self.levels.contain(task.level)
            && self.skill.is_none_or(|skill| task.skill == Some(skill))
            && self.kind.as_ref().is_none_or(|kind| task.kind == *kind)
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<TaskFull> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let tasks = sandbox.data().tasks.iter().filter(|task| filter.takes(task));
    Ok(page(tasks, paging, TaskFull::clone))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<TaskFull> {
    let task = sandbox.data().tasks.iter().find(|task| task.code == code);
    task.cloned().map(data).ok_or_else(|| ApiError::not_found("task"))
}

async fn rewards(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Drop> {
    Ok(page(sandbox.data().tasks_rewards.iter(), query.paging(STATIC)?, Drop::clone))
}

async fn reward(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Drop> {
    let reward = sandbox.data().tasks_rewards.iter().find(|reward| reward.code.as_str() == code);
    reward.cloned().map(data).ok_or_else(|| ApiError::not_found("tasks reward"))
}
