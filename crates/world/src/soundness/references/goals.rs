//! What tasks, achievements and raids name: what they ask for, and what they give.

use game::data::{AchievementType, Objective, TaskType};

use super::Names;

pub(super) fn check(names: &mut Names<'_>) {
    let season = names.season;
    for task in &season.lists.tasks {
        let code = task.code.as_str();
        match &task.kind {
            TaskType::Monsters => {
                names.need(names.monsters.contains(code), "tasks.json", code, "asks to fight", code);
            }
            TaskType::Items => names.need_item("tasks.json", code, "asks for", code),
            TaskType::Other(word) => {
                names.report("tasks.json", code, format!("is of the type `{word}`, which nobody can do"));
            }
        }
        names.need_items("tasks.json", code, "gives", &task.rewards.items);
    }
    names.check_drops("tasks_rewards.json", "rewards", &season.lists.tasks_rewards);
    for achievement in &season.lists.achievements {
        let holder = achievement.code.as_str();
        achievement.objectives.iter().for_each(|objective| check_objective(names, holder, objective));
        if let Some(items) = &achievement.rewards.items {
            names.need_items("achievements.json", holder, "gives", items);
        }
    }
    for raid in &season.lists.raids {
        let (holder, monster) = (raid.code.as_str(), raid.monster.as_str());
        names.need(names.monsters.contains(monster), "raids.json", holder, "is fought against", monster);
        raid.rewards
            .items()
            .for_each(|item| names.need_item("raids.json", holder, "gives", item.code.as_str()));
    }
}

fn check_objective(names: &mut Names<'_>, holder: &str, objective: &Objective) {
    const FILE: &str = "achievements.json";
    match (&objective.kind, objective.target.as_deref()) {
        (AchievementType::Unknown(word), _) => {
            names.report(FILE, holder, format!("counts `{word}`, which nothing does"));
        }
        (AchievementType::CombatKill, Some(code)) => {
            names.need(names.monsters.contains(code), FILE, holder, "counts wins over", code);
        }
        (AchievementType::CombatLevel | AchievementType::Task | AchievementType::Other, _) | (_, None) => {}
        (_, Some(code)) => names.need_item(FILE, holder, "counts", code),
    }
}
