//! A season's data as lists ([`StaticData`]) and as tables that have been checked ([`GameData`]).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Atlas, ContentType, Drop, GameMap, Item, Monster, Resource};
use crate::ids::{ItemCode, MonsterCode, ResourceCode};

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
        };
        data.check()?;
        Ok(data)
    }

    /// The lists again, each sorted by code or number.
    #[must_use]
    pub fn to_lists(&self) -> StaticData {
        StaticData {
            version: self.version.clone(),
            items: self.items.values().cloned().collect(),
            monsters: self.monsters.values().cloned().collect(),
            resources: self.resources.values().cloned().collect(),
            maps: self.maps.iter().cloned().collect(),
        }
    }

    /// The item with this code, given as bare text (a tile's content, a condition).
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.get(&code.parse().ok()?)
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

    fn check(&self) -> Result<(), DataError> {
        for (name, empty) in [
            ("items", self.items.is_empty()),
            ("monsters", self.monsters.is_empty()),
            ("resources", self.resources.is_empty()),
            ("maps", self.maps.is_empty()),
        ] {
            if empty {
                return Err(DataError::Empty(name));
            }
        }
        for monster in self.monsters.values() {
            self.check_drops(&monster.drops, || format!("monster `{}`", monster.code))?;
        }
        for resource in self.resources.values() {
            self.check_drops(&resource.drops, || format!("resource `{}`", resource.code))?;
        }
        for item in self.items.values() {
            for ingredient in item.craft.iter().flat_map(|craft| &craft.items) {
                self.check_item(&ingredient.code, || format!("the recipe of `{}`", item.code))?;
            }
        }
        self.maps.iter().try_for_each(|tile| self.check_tile(tile))
    }

    fn check_item(&self, code: &ItemCode, holder: impl Fn() -> String) -> Result<(), DataError> {
        if self.items.contains_key(code) {
            return Ok(());
        }
        Err(DataError::Unresolved { holder: holder(), kind: "item", code: code.to_string() })
    }

    fn check_drops(&self, drops: &[Drop], holder: impl Fn() -> String) -> Result<(), DataError> {
        drops.iter().try_for_each(|drop| self.check_item(&drop.code, &holder))
    }

    fn check_tile(&self, tile: &GameMap) -> Result<(), DataError> {
        let unresolved =
            |kind, code: String| DataError::Unresolved { holder: format!("map {}", tile.map_id), kind, code };
        if let Some(transition) = &tile.interactions.transition
            && self.maps.get(transition.map_id).is_none()
        {
            return Err(unresolved("map", transition.map_id.to_string()));
        }
        let Some(content) = &tile.interactions.content else { return Ok(()) };
        let kind = match content.kind {
            ContentType::Monster if self.monster(&content.code).is_none() => "monster",
            ContentType::Resource if self.resource(&content.code).is_none() => "resource",
            _ => return Ok(()),
        };
        Err(unresolved(kind, content.code.clone()))
    }
}
