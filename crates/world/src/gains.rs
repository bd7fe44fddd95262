//! What a character gains by what it does: items that drop, and xp (RULES §6).

use game::{Character, SimpleItem, Skill, xp};

use crate::Rules;

/// Puts what dropped into the inventory as far as it fits; says what did.
pub(crate) fn collect(character: &mut Character, dropped: Vec<SimpleItem>, rules: &Rules) -> Vec<SimpleItem> {
    let mut kept = Vec::new();
    for SimpleItem { code, quantity } in dropped {
        let fitting = quantity.min(character.inventory.room_for(&code));
        let quantity = if rules.truncate_drops || fitting == quantity { fitting } else { 0 };
        if quantity > 0 && character.inventory.add(&code, quantity).is_ok() {
            kept.push(SimpleItem::new(code, quantity));
        }
    }
    kept
}

/// Adds combat xp.
pub(crate) fn combat_xp(character: &mut Character, xp: i64, rules: &Rules) {
    xp::gain_combat(character, xp, rules.level_up_heals);
    if character.combat.level == xp::MAX_LEVEL {
        character.combat.max_xp = rules.max_xp_at_cap;
    }
}

/// Adds xp of a skill.
pub(crate) fn skill_xp(character: &mut Character, skill: Skill, xp: i64, rules: &Rules) {
    let progress = character.skills.entry(skill).or_insert_with(|| xp::at_level(1));
    xp::gain(progress, xp);
    if progress.level == xp::MAX_LEVEL {
        progress.max_xp = rules.max_xp_at_cap;
    }
}
