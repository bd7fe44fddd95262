//! What is checked: all lists of a season. Of those that the world's own types do not cover there is here what the check
//! looks at.

use std::collections::BTreeMap;

use game::{
    MapId, SimpleItem,
    data::{Content, Layer, MonsterType, StaticData, Transition},
    ids::EffectCode,
    xp::MAX_LEVEL,
};
use serde::{Deserialize, Deserializer};

/// A season's lists, each as its file has it.
#[derive(Debug, Clone, Default)]
pub struct Season {
    /// The lists that the world is played on.
    pub lists: StaticData,
    /// `effects.json`
    pub effects: Vec<Effect>,
    /// `events.json`
    pub events: Vec<Event>,
    /// `raids.json`
    pub raids: Vec<Raid>,
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
            ("events", self.events.len()),
            ("raids", self.raids.len()),
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

/// Something that appears on some tiles for a while (RULES §12).
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// Unique code.
    pub code: String,
    /// What appears; `None` when only a way opens.
    #[serde(default)]
    pub content: Option<Content>,
    /// Where it may appear.
    pub maps: Vec<EventMap>,
    /// Minutes that it stays.
    pub duration: u32,
    /// One in how many minutes it comes.
    pub rate: u32,
    /// A way that opens with it.
    #[serde(default)]
    pub transition: Option<Transition>,
}

/// A tile where an event may appear.
#[derive(Debug, Clone, Deserialize)]
pub struct EventMap {
    /// Its number.
    pub map_id: MapId,
    /// Its x.
    pub x: i32,
    /// Its y.
    pub y: i32,
    /// Its layer.
    pub layer: Layer,
}

/// A boss that everybody fights together at fixed hours (RULES §12).
#[derive(Debug, Clone, Deserialize)]
pub struct Raid {
    /// Unique code, which is the code of the content on its tiles.
    pub code: String,
    /// The monster's code.
    pub monster: String,
    /// What it gives.
    #[serde(default, deserialize_with = "null_as_default")]
    pub rewards: RaidRewards,
}

/// What a raid gives.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct RaidRewards {
    /// For the damage done.
    #[serde(default, deserialize_with = "null_as_default")]
    pub damage_rewards: Vec<RaidReward>,
    /// For the rank reached.
    #[serde(default, deserialize_with = "null_as_default")]
    pub leaderboard: Vec<RaidReward>,
}

/// One line of a raid's rewards.
#[derive(Debug, Clone, Deserialize)]
pub struct RaidReward {
    /// The items.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
}

impl Raid {
    /// Every item that it gives.
    pub(super) fn items(&self) -> impl Iterator<Item = &SimpleItem> {
        let RaidRewards { damage_rewards, leaderboard } = &self.rewards;
        damage_rewards.iter().chain(leaderboard).flat_map(|reward| &reward.items)
    }
}

/// The game sends `null` for what is not there.
fn null_as_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
