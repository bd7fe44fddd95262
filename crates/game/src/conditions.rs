//! Whether the conditions of an item, a tile or a transition hold for a character (RULES §5).
//!
//! A `cost` holds when it can be paid; paying is left to the caller.

use crate::{
    character::{Character, Task},
    data::{Condition, Operator},
    ids::ItemCode,
    skill::Skill,
    xp,
};

/// Whether every condition holds, for an account without achievements.
#[must_use]
pub fn hold(conditions: &[Condition], character: &Character) -> bool {
    hold_with(conditions, character, |_| false)
}

/// Whether every condition holds; `achieved` says which achievements the account has.
#[must_use]
pub fn hold_with(conditions: &[Condition], character: &Character, achieved: impl Fn(&str) -> bool) -> bool {
    conditions.iter().all(|condition| holds(condition, character, &achieved))
}

/// Whether a comparison with a number of the character sheet holds; `None` when this program does not know the number,
/// or when the condition compares nothing.
#[must_use]
pub fn compare(condition: &Condition, character: &Character) -> Option<bool> {
    let holds = match condition.operator {
        Operator::Eq => i64::eq,
        Operator::Ne => i64::ne,
        Operator::Gt => i64::gt,
        Operator::Lt => i64::lt,
        _ => return None,
    };
    field(character, &condition.code).map(|own| holds(&own, &condition.value))
}

fn holds(condition: &Condition, character: &Character, achieved: impl Fn(&str) -> bool) -> bool {
    let Condition { code, operator, value } = condition;
    match operator {
        Operator::Eq | Operator::Ne | Operator::Gt | Operator::Lt => {
            compare(condition, character) == Some(true)
        }
        Operator::Cost if code == "gold" => character.gold >= *value,
        Operator::Cost => carried(character, code) >= *value,
        Operator::HasItem => carried(character, code) + worn(character, code) >= *value,
        Operator::AchievementUnlocked => achieved(code),
        Operator::Other(_) => false,
    }
}

/// The number of the character sheet that a condition names, as the API spells it; `None` for a name this program does
/// not know.
fn field(character: &Character, code: &str) -> Option<i64> {
    let task = |number: fn(&Task) -> u32| character.task.as_ref().map_or(0, number);
    Some(match code {
        "level" => i64::from(character.combat.level),
        "xp" => character.combat.xp,
        "max_xp" => character.combat.max_xp,
        "gold" => character.gold,
        "hp" => character.hp,
        "max_hp" => character.max_hp,
        "x" => i64::from(character.position.x),
        "y" => i64::from(character.position.y),
        "map_id" => i64::from(character.map_id.0),
        "inventory_max_items" => i64::from(character.inventory.max_items),
        "task_progress" => i64::from(task(|task| task.progress)),
        "task_total" => i64::from(task(|task| task.total)),
        _ => return character.stats.clone().by_code_mut(code).copied().or_else(|| of_skill(character, code)),
    })
}

/// A number of a skill: `mining_level`, `mining_xp`, `mining_max_xp`.
fn of_skill(character: &Character, code: &str) -> Option<i64> {
    let (skill, field) = code.split_once('_')?;
    let skill: Skill = skill.parse().ok()?;
    let progress = character.skills.get(&skill).copied().unwrap_or(xp::at_level(1));
    match field {
        "level" => Some(i64::from(progress.level)),
        "xp" => Some(progress.xp),
        "max_xp" => Some(progress.max_xp),
        _ => None,
    }
}

fn carried(character: &Character, code: &str) -> i64 {
    code.parse::<ItemCode>().map_or(0, |code| i64::from(character.inventory.count(&code)))
}

fn worn(character: &Character, code: &str) -> i64 {
    character
        .equipment
        .values()
        .filter(|equipped| equipped.code.as_str() == code)
        .map(|equipped| i64::from(equipped.quantity))
        .sum()
}

#[cfg(test)]
mod tests;
