//! What a fight does for the task of a character (RULES §11).

use game::{Character, Detail, data::TaskType};

/// Counts a won fight against the monster that the character's task asks for.
pub(crate) fn count_fight(character: &mut Character, detail: &Detail) {
    let Detail::Fought(report) = detail else { return };
    if let Some(task) = &mut character.task
        && report.win
        && task.kind == TaskType::Monsters.as_str()
        && task.code == report.opponent
    {
        task.progress = task.total.min(task.progress + 1);
    }
}
