//! Whether the conditions of an item, a tile or a transition hold for a character (RULES §5).
//!
//! A `cost` holds when it can be paid; paying is left to the caller.

use crate::{
    character::Character,
    data::{Condition, Operator},
    ids::ItemCode,
    skill::Skill,
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

/// The number of the character sheet that a condition names; `None` for a name this program does not know.
fn field(character: &Character, code: &str) -> Option<i64> {
    Some(match code {
        "level" => i64::from(character.combat.level),
        "xp" => character.combat.xp,
        "gold" => character.gold,
        "hp" => character.hp,
        "max_hp" => character.max_hp,
        "haste" => character.stats.haste,
        "critical_strike" => character.stats.critical_strike,
        "wisdom" => character.stats.wisdom,
        "prospecting" => character.stats.prospecting,
        "initiative" => character.stats.initiative,
        "threat" => character.stats.threat,
        _ => {
            let skill: Skill = code.strip_suffix("_level")?.parse().ok()?;
            i64::from(character.skill_level(skill))
        }
    })
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
