//! Figures that make no sense: chances of one in nothing, ranges that end before they begin, prices and lists
//! of nothing.

use game::{
    Skill,
    data::{Drop, Item, Raid, RaidRewards},
    xp::MAX_LEVEL,
};

use super::{Finding, Season};

pub(super) fn find(season: &Season) -> Vec<Finding> {
    let lists = &season.lists;
    let mut findings: Vec<_> = [
        ("items.json", lists.items.is_empty()),
        ("monsters.json", lists.monsters.is_empty()),
        ("resources.json", lists.resources.is_empty()),
        ("maps.json", lists.maps.is_empty()),
    ]
    .into_iter()
    .filter(|(_, empty)| *empty)
    .map(|(file, _)| Finding::new(file, "list", "is empty: put something in"))
    .collect();
    for monster in &lists.monsters {
        findings.extend(drops("monsters.json", monster.code.as_str(), &monster.drops));
        if monster.hp < 1 || monster.min_gold > monster.max_gold {
            let problem = "needs hit points, and no less gold at most than at least";
            findings.push(Finding::new("monsters.json", &monster.code, problem));
        }
    }
    for resource in &lists.resources {
        findings.extend(drops("resources.json", resource.code.as_str(), &resource.drops));
        findings.extend(level("resources.json", resource.code.as_str(), resource.level));
    }
    findings.extend(drops("tasks_rewards.json", "rewards", &lists.tasks_rewards));
    lists.items.iter().for_each(|item| findings.extend(recipe(item)));
    for line in &lists.npc_items {
        if [line.buy_price, line.sell_price].iter().flatten().any(|price| *price < 1) {
            let key = format!("{} {}", line.npc, line.code);
            findings.push(Finding::new("npc_items.json", key, "has a price below 1"));
        }
    }
    for task in lists.tasks.iter().filter(|task| !is_range(task.min_quantity, task.max_quantity)) {
        findings.push(Finding::new(
            "tasks.json",
            &task.code,
            "asks for less at most than at least, or for nothing",
        ));
    }
    for event in lists.events.iter().filter(|event| event.rate < 1 || event.maps.is_empty()) {
        findings.push(Finding::new("events.json", &event.code, "needs a rate of 1 or more, and a map"));
    }
    for raid in lists.raids.iter().filter(|raid| !is_raid(raid)) {
        let problem = "needs a day of the week, hours, damage that earns something, and ranks from 1 upwards";
        findings.push(Finding::new("raids.json", &raid.code, problem));
    }
    findings
}

fn drops(file: &'static str, holder: &str, drops: &[Drop]) -> Vec<Finding> {
    let wrong = |drop: &&Drop| drop.rate < 1 || !is_range(drop.min_quantity, drop.max_quantity);
    let problem =
        |drop: &Drop| format!("`{}` needs a rate of 1 or more, and no less at most than at least", drop.code);
    drops.iter().filter(wrong).map(|drop| Finding::new(file, holder, problem(drop))).collect()
}

fn is_raid(raid: &Raid) -> bool {
    let RaidRewards { damage_rewards, leaderboard } = &raid.rewards;
    !raid.schedule.weekdays.is_empty()
        && raid.schedule.duration_hours > 0
        && damage_rewards.iter().all(|reward| reward.damage_per_reward > 0)
        && leaderboard.iter().all(|reward| is_range(reward.min_rank, reward.max_rank))
}

fn is_range(least: u32, most: u32) -> bool {
    (1..=most).contains(&least)
}

fn level(file: &'static str, holder: &str, level: u32) -> Option<Finding> {
    let wrong = !(1..=MAX_LEVEL).contains(&level);
    wrong.then(|| {
        Finding::new(file, holder, format!("asks for level {level}; levels go from 1 to {MAX_LEVEL}"))
    })
}

/// Recipes, and whether they are there where recycling needs one (RULES §6).
fn recipe(item: &Item) -> Vec<Finding> {
    const FILE: &str = "items.json";
    let mut findings = Vec::new();
    if let Some(craft) = &item.craft {
        findings.extend(level(FILE, item.code.as_str(), craft.level));
        if craft.quantity < 1 || craft.items.is_empty() || craft.items.iter().any(|part| part.quantity < 1) {
            findings.push(Finding::new(
                FILE,
                &item.code,
                "its recipe needs ingredients, and makes at least one",
            ));
        }
    }
    let gear = [Skill::Weaponcrafting, Skill::Gearcrafting, Skill::Jewelrycrafting];
    if item.recyclable && !item.craft.as_ref().is_some_and(|craft| gear.contains(&craft.skill)) {
        let problem = "is recyclable, and has no recipe of weapons, gear or jewelry";
        findings.push(Finding::new(FILE, &item.code, problem));
    }
    findings
}
