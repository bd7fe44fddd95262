//! Whether there is something to do on every level: something that pays xp, is always there, and can be done.

use std::collections::{BTreeMap, BTreeSet};

use game::{
    Skill,
    data::{ContentType, MonsterType},
    xp,
};

use super::{Finding, progress::Progress};

/// On which levels there was something to do, for each skill.
#[derive(Default)]
pub(super) struct Activity {
    fighting: BTreeSet<u32>,
    skills: BTreeMap<Skill, BTreeSet<u32>>,
}

impl Activity {
    /// Looks what there is to do on the level just reached.
    pub(super) fn note(&mut self, progress: &Progress<'_>, level: u32) {
        let lists = &progress.ground.season.lists;
        let fights = lists.monsters.iter().any(|monster| {
            matches!(monster.kind, MonsterType::Normal | MonsterType::Elite)
                && xp::fight(monster, level, 0) > 0
                && progress.has_beaten(monster.code.as_str())
                && progress.is_always_at(&ContentType::Monster, monster.code.as_str())
        });
        if fights {
            self.fighting.insert(level);
        }
        for resource in &lists.resources {
            let pays = resource.level <= level && xp::gathering(resource.level, level, 0) > 0;
            if pays && progress.is_always_at(&ContentType::Resource, resource.code.as_str()) {
                self.skills.entry(resource.skill).or_default().insert(level);
            }
        }
        for item in &lists.items {
            let Some(craft) = &item.craft else { continue };
            let skill = craft.skill;
            let pays = xp::crafting(skill, item.level, level, 0) > 0;
            if pays
                && progress.can_craft(item)
                && progress.is_always_at(&ContentType::Workshop, skill.as_str())
            {
                self.skills.entry(skill).or_default().insert(level);
            }
        }
    }

    /// The levels on which there was nothing.
    pub(super) fn gaps(&self, max_level: u32) -> Vec<Finding> {
        let none = BTreeSet::new();
        let skills = Skill::ALL.iter().map(|skill| {
            let busy = self.skills.get(skill).unwrap_or(&none);
            let problem = "nothing to gather or to make pays xp";
            ("resources.json", skill.as_str(), busy, problem)
        });
        let fighting = ("monsters.json", "combat", &self.fighting, "no monster is beaten and pays xp");
        let all = skills.chain([fighting]);
        all.filter_map(|(file, code, busy, problem)| {
            let idle: Vec<_> = (1..=max_level).filter(|level| !busy.contains(level)).collect();
            (!idle.is_empty()).then(|| Finding::new(file, code, format!("{problem} on {}", in_words(&idle))))
        })
        .collect()
    }
}

/// `level 3`, `levels 3 to 5, 8`.
fn in_words(levels: &[u32]) -> String {
    let ranges = levels.chunk_by(|one, next| next - one == 1).map(|range| match range {
        [first, .., last] => format!("{first} to {last}"),
        _ => range.iter().map(u32::to_string).collect(),
    });
    let word = if levels.len() == 1 { "level" } else { "levels" };
    format!("{word} {}", ranges.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_told_in_ranges() {
        for (levels, words) in
            [(&[3][..], "level 3"), (&[3, 4, 5], "levels 3 to 5"), (&[1, 3, 4, 8], "levels 1, 3 to 4, 8")]
        {
            assert_eq!(in_words(levels), words);
        }
    }
}
