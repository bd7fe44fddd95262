//! Xp: what an action pays, what a level costs, and how a level is left (RULES §6).
//!
//! Amounts are rounded once, at the end; factors are kept as whole percents and per mille until then.

use crate::{
    character::{self, Character},
    data::{Monster, MonsterType},
    round::nearest,
    skill::{Progress, Skill},
};

/// The highest level of the character and of every skill.
pub const MAX_LEVEL: u32 = 50;

/// Xp to leave level 1, 2, … 49: the same for combat and all skills.
const TO_NEXT: [i64; MAX_LEVEL as usize - 1] = [
    150, 250, 350, 450, 700, 950, 1200, 1450, 1700, 2100, 2500, 2900, 3300, 3700, 4400, 5100, 5800, 6500,
    7200, 8200, 9200, 10200, 11200, 12200, 13400, 14600, 15800, 17000, 18200, 19700, 21200, 22700, 24200,
    25700, 27500, 29300, 31100, 32900, 34700, 36500, 38600, 40700, 42800, 44900, 47000, 48800, 50600, 52400,
    54200,
];

/// Xp shown as the goal of a level that is never left.
pub const MAX_XP_AT_CAP: i64 = TO_NEXT[TO_NEXT.len() - 1];

/// Xp needed to leave `level`; `None` at the highest level and for levels that do not exist.
#[must_use]
pub fn to_next(level: u32) -> Option<i64> {
    let index = usize::try_from(level.checked_sub(1)?).ok()?;
    TO_NEXT.get(index).copied()
}

/// Xp gained since the beginning.
#[must_use]
pub fn total(progress: &Progress) -> i64 {
    (1..progress.level).filter_map(to_next).sum::<i64>() + progress.xp
}

/// The start of a level.
#[must_use]
pub fn at_level(level: u32) -> Progress {
    Progress { level, xp: 0, max_xp: to_next(level).unwrap_or(MAX_XP_AT_CAP) }
}

/// Adds xp, carrying the rest over into the levels it reaches; says how many levels were gained.
///
/// At [`MAX_LEVEL`] there is nothing more to gain and xp stays 0.
pub fn gain(progress: &mut Progress, xp: i64) -> u32 {
    let before = progress.level;
    progress.xp += xp.max(0);
    while let Some(needed) = to_next(progress.level)
        && progress.xp >= needed
    {
        progress.xp -= needed;
        progress.level += 1;
    }
    if progress.level >= MAX_LEVEL {
        progress.xp = 0;
    }
    progress.max_xp = to_next(progress.level).unwrap_or(MAX_XP_AT_CAP);
    progress.level - before
}

/// Adds combat xp and what a new level brings: hit points and inventory room. With `heals`, the current hit points
/// grow as the greatest do.
pub fn gain_combat(character: &mut Character, xp: i64, heals: bool) {
    let before = character.combat.level;
    if gain(&mut character.combat, xp) == 0 {
        return;
    }
    let level = character.combat.level;
    let hp = character::base_max_hp(level) - character::base_max_hp(before);
    character.max_hp += hp;
    if heals {
        character.hp += hp;
    }
    character.inventory.max_items +=
        character::base_inventory_max_items(level) - character::base_inventory_max_items(before);
}

/// Xp of a won fight for a character of `player_level`: in a group, the floor of the average level.
#[must_use]
pub fn fight(monster: &Monster, player_level: u32, wisdom: i64) -> i64 {
    let penalty = match gap(player_level, monster.level) {
        ..=4 => 10,
        5..=10 => 7,
        _ => 0,
    };
    let kind = match monster.kind {
        MonsterType::Elite => 14,
        MonsterType::Boss => 20,
        // A raid pays by its own rewards.
        MonsterType::RaidBoss => 0,
        MonsterType::Normal | MonsterType::Other(_) => 10,
    };
    let level = i64::from(player_level.max(1));
    // (20 × monster level / player level + 0.04 × hp), over 25 × player level.
    let base = 500 * i64::from(monster.level) + monster.hp * level;
    nearest(base * penalty * kind * wise(wisdom), level * 25 * 10 * 10 * 1000)
}

/// Xp of one gather.
#[must_use]
pub fn gathering(resource_level: u32, skill_level: u32, wisdom: i64) -> i64 {
    let base = match resource_level {
        ..=9 => 5,
        10..=19 => 10,
        20..=29 => 13,
        30..=34 => 16,
        35..=39 => 20,
        40..=44 => 28,
        45.. => 36,
    };
    let level = i64::from(skill_level.max(1));
    let amount = base * level + 8 * i64::from(resource_level);
    nearest(amount * skill_penalty(skill_level, resource_level) * wise(wisdom), level * 1000)
}

/// Xp of making a recipe once, by the usual share of its skill ([`craft_percent`]).
#[must_use]
pub fn crafting(skill: Skill, item_level: u32, skill_level: u32, wisdom: i64) -> i64 {
    crafting_scaled(craft_percent(skill), 1, item_level, skill_level, wisdom)
}

/// Percent of the crafting formula that a skill pays. Alchemy's half is measured; the documentation says it all.
#[must_use]
pub fn craft_percent(skill: Skill) -> u32 {
    match skill {
        Skill::Mining | Skill::Woodcutting | Skill::Fishing => 10,
        Skill::Cooking | Skill::Alchemy => 50,
        Skill::Weaponcrafting | Skill::Gearcrafting | Skill::Jewelrycrafting => 100,
    }
}

/// Xp of making a recipe `crafts` times for `percent` of the formula, rounded once for all of them.
#[must_use]
pub fn crafting_scaled(percent: u32, crafts: u32, item_level: u32, skill_level: u32, wisdom: i64) -> i64 {
    let (base, coefficient) = match item_level {
        ..=4 => (50, 25),
        5..=9 => (100, 30),
        10..=14 => (200, 35),
        15..=19 => (325, 40),
        20..=24 => (450, 45),
        25..=29 => (550, 50),
        30..=34 => (650, 55),
        35..=39 => (750, 60),
        40..=44 => (850, 65),
        45.. => (1000, 70),
    };
    let level = i64::from(skill_level.max(1));
    let amount =
        (base * level + coefficient * i64::from(item_level)) * i64::from(percent) * i64::from(crafts);
    nearest(amount * skill_penalty(skill_level, item_level) * wise(wisdom), level * 100 * 1000)
}

/// How far one's own level is above what the xp comes from.
fn gap(own: u32, content: u32) -> i64 {
    i64::from(own) - i64::from(content)
}

fn skill_penalty(own: u32, content: u32) -> i64 {
    i64::from(gap(own, content) <= 10)
}

/// The factor of wisdom, in thousandths.
fn wise(wisdom: i64) -> i64 {
    (1000 + wisdom).max(0)
}

#[cfg(test)]
mod tests;
