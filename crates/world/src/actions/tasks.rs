//! Tasks of the tasks masters: taking, doing and giving them up, and what their coins bring (RULES §11).

use game::{
    Detail, ItemCode, Refusal, RefusalCode, SimpleItem,
    character::Task,
    cooldown,
    data::{ContentType, Rewards, TaskFull, TaskType},
    outcome::TaskOffer,
};
use rand::{RngExt, seq::IteratorRandom};

use super::{Done, listed};
use crate::{chance, scene::Scene};

/// What tasks are paid with.
pub(crate) const COIN: &str = "tasks_coin";
/// Coins for giving a task up.
const COINS_TO_CANCEL: u32 = 1;
/// Coins for a reward.
const COINS_TO_EXCHANGE: u32 = 6;

pub(super) fn accept(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let master = master(scene)?;
    if scene.character.task.is_some() {
        let text = format!("{} has a task already.", scene.character.name);
        return Err(Refusal::new(RefusalCode::HasTask, text));
    }
    let fitting: Vec<_> =
        scene.data.tasks.iter().filter(|task| task.kind.as_str() == master && may_get(scene, task)).collect();
    let Some(task) = fitting.into_iter().choose(scene.rng) else {
        let text = format!("The master of {master} has no task for {}.", scene.character.name);
        return Err(Refusal::new(RefusalCode::ContentNotFound, text));
    };
    let total = scene.rng.random_range(task.min_quantity..=task.max_quantity.max(task.min_quantity));
    let (code, kind) = (task.code.clone(), task.kind.as_str().to_owned());
    scene.character.task = Some(Task { code: code.clone(), kind: kind.clone(), progress: 0, total });
    Ok(done(
        format!("{} took a task: {total} × {code}.", scene.character.name),
        Detail::TaskAccepted(TaskOffer { code, kind, total, rewards: task.rewards.clone() }),
    ))
}

pub(super) fn trade(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    if master(scene)? != TaskType::Items.as_str() {
        return Err(wrong_master());
    }
    let asked = |task: &&Task| task.kind == TaskType::Items.as_str() && task.code == code.as_str();
    let Some(task) = scene.character.task.as_ref().filter(asked) else {
        let text = format!("{} has no task that asks for {code}.", scene.character.name);
        return Err(Refusal::new(RefusalCode::WrongTaskItem, text));
    };
    let missing = task.total.saturating_sub(task.progress);
    if quantity > missing {
        let text = format!("The task asks for only {missing} × {code} more.");
        return Err(Refusal::new(RefusalCode::TooManyForTask, text));
    }
    scene.take(code, quantity)?;
    if let Some(task) = &mut scene.character.task {
        task.progress += quantity;
    }
    Ok(done(
        format!("{} handed over {quantity} × {code} for the task.", scene.character.name),
        Detail::TaskTraded { item: SimpleItem::new(code.clone(), quantity) },
    ))
}

pub(super) fn complete(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let task = task_of_master(scene)?;
    if task.progress < task.total {
        let text = format!("Only {} of {} are done.", task.progress, task.total);
        return Err(Refusal::new(RefusalCode::TaskNotDone, text));
    }
    let same = |known: &&TaskFull| known.code == task.code && known.kind.as_str() == task.kind;
    let rewards = scene.data.tasks.iter().find(same).map(|known| known.rewards.clone()).unwrap_or_default();
    rewards.items.iter().try_for_each(|item| scene.put(&item.code, item.quantity))?;
    scene.character.gold += rewards.gold;
    scene.character.task = None;
    Ok(done(
        format!("{} completed the task {}.", scene.character.name, task.code),
        Detail::TaskCompleted(rewards),
    ))
}

pub(super) fn cancel(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let task = task_of_master(scene)?;
    scene.take(&coin(), COINS_TO_CANCEL)?;
    scene.character.task = None;
    let description = format!("{} cancelled the task {}.", scene.character.name, task.code);
    Ok(done(description, Detail::TaskCancelled))
}

pub(super) fn exchange(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    master(scene)?;
    scene.take(&coin(), COINS_TO_EXCHANGE)?;
    // The dice are the world's own only once nothing is left to refuse: what is drawn may not fit.
    let mut dice = scene.rng.clone();
    let items: Vec<_> = chance::one_of(&mut dice, &scene.data.tasks_rewards).into_iter().collect();
    items.iter().try_for_each(|item| scene.put(&item.code, item.quantity))?;
    *scene.rng = dice;
    let description = format!("{} exchanged tasks coins for {}.", scene.character.name, listed(&items));
    Ok(done(description, Detail::TaskExchanged(Rewards { items, gold: 0 })))
}

fn done(description: String, detail: Detail) -> Done {
    Done { detail, seconds: cooldown::OTHER, description }
}

/// The kind of tasks that the master of the tile gives, or a 598.
fn master<'a>(scene: &Scene<'a>) -> Result<&'a str, Refusal> {
    scene
        .content(&ContentType::TasksMaster)
        .ok_or_else(|| Refusal::new(RefusalCode::ContentNotFound, "There is no tasks master on this tile."))
}

/// The character's task, which must be one that the master of the tile gives.
fn task_of_master(scene: &Scene<'_>) -> Result<Task, Refusal> {
    let master = master(scene)?;
    let no_task = || Refusal::new(RefusalCode::NoTask, format!("{} has no task.", scene.character.name));
    let task = scene.character.task.clone().ok_or_else(no_task)?;
    if task.kind == master { Ok(task) } else { Err(wrong_master()) }
}

fn wrong_master() -> Refusal {
    Refusal::new(RefusalCode::ContentNotFound, "The master of the task is not on this tile.")
}

/// Whether a task is not too hard, by the level of the character or of the skill that the task asks for.
fn may_get(scene: &Scene<'_>, task: &TaskFull) -> bool {
    let skill = task.skill.filter(|_| scene.rules.tasks_by_skill);
    let own = skill.map_or(scene.character.combat.level, |skill| scene.character.skill_level(skill));
    task.level <= own
}

fn coin() -> ItemCode {
    COIN.parse().expect("the coin's code is made as codes are")
}
