//! A season's data as lists ([`StaticData`]) and as tables that have been checked ([`GameData`]).

mod check;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Achievement, Atlas, Drop, Event, GameMap, Item, Monster, Npc, NpcItem, Raid, Resource, TaskFull,
};
use crate::ids::{EventCode, ItemCode, MonsterCode, NpcCode, ResourceCode};

/// The lists of a season, each in the API's JSON shape, as loaded from a folder or paged from a server.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct StaticData {
    /// The season's version, as `GET /` tells it.
    pub version: String,
    /// `items.json`.
    pub items: Vec<Item>,
    /// `monsters.json`.
    pub monsters: Vec<Monster>,
    /// `resources.json`.
    pub resources: Vec<Resource>,
    /// `maps.json`.
    pub maps: Vec<GameMap>,
    /// `npcs.json`; a season may do without it and the lists that follow.
    #[serde(default)]
    pub npcs: Vec<Npc>,
    /// `npc_items.json`.
    #[serde(default)]
    pub npc_items: Vec<NpcItem>,
    /// `tasks.json`.
    #[serde(default)]
    pub tasks: Vec<TaskFull>,
    /// `tasks_rewards.json`: one of them is drawn for six coins.
    #[serde(default)]
    pub tasks_rewards: Vec<Drop>,
    /// `achievements.json`.
    #[serde(default)]
    pub achievements: Vec<Achievement>,
    /// `events.json`.
    #[serde(default)]
    pub events: Vec<Event>,
    /// `raids.json`.
    #[serde(default)]
    pub raids: Vec<Raid>,
}

/// What is wrong with a season's data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// A list has nothing in it; no world can be played on it.
    #[error("the list of {0} is empty")]
    Empty(&'static str),
    /// Something points at a thing that is not in the lists.
    #[error("{holder} names {kind} `{code}`, which is not in the data")]
    Unresolved {
        /// Who points, in words.
        holder: String,
        /// What kind of thing is missing.
        kind: &'static str,
        /// Its code.
        code: String,
    },
}

/// A season's data, indexed and with every reference resolved.
#[derive(Debug, Clone, Default)]
pub struct GameData {
    /// The season's version.
    pub version: String,
    /// All items.
    pub items: BTreeMap<ItemCode, Item>,
    /// All monsters.
    pub monsters: BTreeMap<MonsterCode, Monster>,
    /// All resources.
    pub resources: BTreeMap<ResourceCode, Resource>,
    /// All tiles.
    pub maps: Atlas,
    /// All NPCs.
    pub npcs: BTreeMap<NpcCode, Npc>,
    /// What each NPC buys and sells.
    pub npc_items: BTreeMap<(NpcCode, ItemCode), NpcItem>,
    /// All tasks, as they were listed.
    pub tasks: Vec<TaskFull>,
    /// What coins of tasks may bring, as it was listed.
    pub tasks_rewards: Vec<Drop>,
    /// All achievements, as they were listed.
    pub achievements: Vec<Achievement>,
    /// All events, as they were listed.
    pub events: Vec<Event>,
    /// All raids, as they were listed.
    pub raids: Vec<Raid>,
}

impl GameData {
    /// Indexes and checks the lists.
    ///
    /// # Errors
    /// The first list that is empty, or the first reference that leads nowhere.
    pub fn new(lists: StaticData) -> Result<Self, DataError> {
        let data = Self {
            version: lists.version,
            items: lists.items.into_iter().map(|item| (item.code.clone(), item)).collect(),
            monsters: lists.monsters.into_iter().map(|monster| (monster.code.clone(), monster)).collect(),
            resources: lists
                .resources
                .into_iter()
                .map(|resource| (resource.code.clone(), resource))
                .collect(),
            maps: Atlas::new(lists.maps),
            npcs: lists.npcs.into_iter().map(|npc| (npc.code.clone(), npc)).collect(),
            npc_items: lists
                .npc_items
                .into_iter()
                .map(|line| ((line.npc.clone(), line.code.clone()), line))
                .collect(),
            tasks: lists.tasks,
            tasks_rewards: lists.tasks_rewards,
            achievements: lists.achievements,
            events: lists.events,
            raids: lists.raids,
        };
        data.check()?;
        Ok(data)
    }

    /// The lists again; those that are tables here sorted by code or number.
    #[must_use]
    pub fn to_lists(&self) -> StaticData {
        StaticData {
            version: self.version.clone(),
            items: self.items.values().cloned().collect(),
            monsters: self.monsters.values().cloned().collect(),
            resources: self.resources.values().cloned().collect(),
            maps: self.maps.iter().cloned().collect(),
            npcs: self.npcs.values().cloned().collect(),
            npc_items: self.npc_items.values().cloned().collect(),
            tasks: self.tasks.clone(),
            tasks_rewards: self.tasks_rewards.clone(),
            achievements: self.achievements.clone(),
            events: self.events.clone(),
            raids: self.raids.clone(),
        }
    }

    /// The item with this code, given as bare text (a tile's content, a condition).
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.get(&code.parse().ok()?)
    }

    /// The event with this code.
    #[must_use]
    pub fn event(&self, code: &EventCode) -> Option<&Event> {
        self.events.iter().find(|event| event.code == *code)
    }

    /// The monster with this code, given as bare text.
    #[must_use]
    pub fn monster(&self, code: &str) -> Option<&Monster> {
        self.monsters.get(&code.parse().ok()?)
    }

    /// The resource with this code, given as bare text.
    #[must_use]
    pub fn resource(&self, code: &str) -> Option<&Resource> {
        self.resources.get(&code.parse().ok()?)
    }
}
