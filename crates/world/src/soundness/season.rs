//! What is checked: all lists of a season.

use std::collections::BTreeMap;

use game::{
    data::{MonsterType, StaticData},
    ids::EffectCode,
    xp::MAX_LEVEL,
};
use serde::Deserialize;

/// A season's lists, each as its file has it.
#[derive(Debug, Clone, Default)]
pub struct Season {
    /// The lists that the world is played on.
    pub lists: StaticData,
    /// `effects.json`, which only tells people what effects do.
    pub effects: Vec<Effect>,
}

impl Season {
    /// How many rows each list has.
    pub(super) fn rows(&self) -> BTreeMap<&'static str, usize> {
        let lists = &self.lists;
        [
            ("items", lists.items.len()),
            ("monsters", lists.monsters.len()),
            ("resources", lists.resources.len()),
            ("maps", lists.maps.len()),
            ("npcs", lists.npcs.len()),
            ("npc_items", lists.npc_items.len()),
            ("tasks", lists.tasks.len()),
            ("tasks_rewards", lists.tasks_rewards.len()),
            ("achievements", lists.achievements.len()),
            ("effects", self.effects.len()),
            ("events", lists.events.len()),
            ("raids", lists.raids.len()),
        ]
        .into()
    }

    /// The highest level of anything to gather, make or fight, as far as levels go. A raid's boss counts for no level:
    /// it pays no xp.
    #[must_use]
    pub fn max_level(&self) -> u32 {
        let lists = &self.lists;
        let fought = lists.monsters.iter().filter(|monster| monster.kind != MonsterType::RaidBoss);
        let made = lists.items.iter().filter_map(|item| item.craft.as_ref());
        let levels = fought.map(|monster| monster.level).chain(made.map(|craft| craft.level));
        let levels = levels.chain(lists.resources.iter().map(|resource| resource.level));
        levels.max().unwrap_or(1).min(MAX_LEVEL)
    }
}

/// An effect that the season describes.
#[derive(Debug, Clone, Deserialize)]
pub struct Effect {
    /// Unique code.
    pub code: EffectCode,
}
