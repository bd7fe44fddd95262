//! What has a level, what a character would be at another one, and how it gets there.

use game::{Character, Skill, character::base_max_hp, skill::Progress, xp};
use serde_json::json;

use super::part::Step;
use crate::{
    decision::Decision,
    notes::Notes,
    situation::Situation,
    strategies::{Crafting, Leveling},
};

/// A skill, or with none combat.
pub(crate) type Trained = Option<Skill>;

/// "mining", "combat".
pub(crate) fn name(what: Trained) -> &'static str {
    what.map_or("combat", Skill::as_str)
}

/// How far a character is in it.
pub(crate) fn progress(character: &Character, what: Trained) -> Progress {
    match what {
        None => character.combat,
        Some(skill) => character.skills.get(&skill).copied().unwrap_or_else(|| xp::at_level(1)),
    }
}

/// The share of a level that has been reached, by xp, 0 to 1.
pub(crate) fn share(character: &Character, what: Trained, wanted: u32) -> f64 {
    let (own, all) = (xp::total(&progress(character, what)), xp::total(&xp::at_level(wanted)));
    (own as f64 / all.max(1) as f64).min(1.0)
}

/// The same character at a higher level, in what it wears now.
pub(crate) fn at(character: &Character, what: Trained, level: u32) -> Character {
    let mut later = character.clone();
    match what {
        Some(skill) => drop(later.skills.insert(skill, xp::at_level(level))),
        None => {
            later.max_hp += base_max_hp(level) - base_max_hp(character.combat.level);
            later.hp = later.max_hp;
            later.combat = xp::at_level(level);
        }
    }
    later
}

/// Xp per hour of what trains it.
pub(crate) fn promises(what: Trained, situation: &Situation<'_>, notes: &mut Notes) -> Result<f64, Decision> {
    match what.filter(|skill| only_crafts(*skill)) {
        Some(skill) => Crafting::for_xp(skill).promises(situation, notes),
        None => Leveling::promises(what, situation, notes),
    }
}

/// Whether nothing can be gathered with a skill.
pub(crate) fn only_crafts(skill: Skill) -> bool {
    !Skill::GATHERING.contains(&skill.as_str())
}

/// What trains it.
pub(crate) fn step(what: Trained, level: u32) -> Step {
    if let Some(skill) = what.filter(|skill| only_crafts(*skill)) {
        // Only the xp is wanted: what is taken apart gives some of its materials back.
        let config = json!({"skill": skill, "until_level": level, "recycle": true});
        return Step { strategy: "crafting", config, until: Vec::new() };
    }
    let skills: Vec<_> = what.into_iter().collect();
    let config = json!({"skills": skills, "combat": what.is_none(), "until_level": level});
    Step { strategy: "leveling", config, until: Vec::new() }
}
