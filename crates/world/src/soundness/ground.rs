//! A season with its tables, and where things are: on tiles for good, and where events put them for a while.

use std::collections::BTreeMap;

use game::{
    Character, GameData, MapId,
    data::{Content, ContentType, DataError, GameMap, Transition},
};
use jiff::Timestamp;

use super::Season;
use crate::{Rules, roster::spawn};

/// A world to be played through.
pub(super) struct Ground<'a> {
    pub(super) season: &'a Season,
    pub(super) data: GameData,
    pub(super) rules: Rules,
    /// Where characters start.
    pub(super) spawn: MapId,
    sites: BTreeMap<ContentType, BTreeMap<&'a str, Vec<Site>>>,
    ways: BTreeMap<MapId, Vec<&'a Transition>>,
}

/// A tile that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Site {
    pub(super) map_id: MapId,
    /// Whether it is there always; otherwise an event brings it.
    pub(super) lasting: bool,
}

impl<'a> Ground<'a> {
    /// The ground of a season.
    ///
    /// # Errors
    /// What keeps the world from being played: a list that is empty, or a name that leads nowhere.
    pub(super) fn new(season: &'a Season) -> Result<Self, DataError> {
        let data = GameData::new(season.lists.clone())?;
        let rules = Rules::default();
        let spawn = spawn(&data, &rules).ok_or(DataError::Empty("maps"))?.map_id;
        let mut ground = Self { season, data, rules, spawn, sites: BTreeMap::new(), ways: BTreeMap::new() };
        for tile in &season.lists.maps {
            ground.ways.entry(tile.map_id).or_default().extend(&tile.interactions.transition);
            if let Some(content) = &tile.interactions.content {
                ground.put(content, Site { map_id: tile.map_id, lasting: true });
            }
        }
        for event in &season.lists.events {
            for tile in &event.maps {
                ground.ways.entry(tile.map_id).or_default().extend(&event.transition);
                if let Some(content) = &event.content {
                    ground.put(content, Site { map_id: tile.map_id, lasting: false });
                }
            }
        }
        Ok(ground)
    }

    fn put(&mut self, content: &'a Content, site: Site) {
        let of_kind = self.sites.entry(content.kind.clone()).or_default();
        of_kind.entry(&content.code).or_default().push(site);
    }

    /// Where something is, for good or for a while.
    pub(super) fn sites(&self, kind: &ContentType, code: &str) -> &[Site] {
        self.sites.get(kind).and_then(|of_kind| of_kind.get(code)).map_or(&[], Vec::as_slice)
    }

    /// Everything that is somewhere.
    pub(super) fn contents(&self) -> impl Iterator<Item = (&str, Site)> {
        let all = self.sites.values().flatten();
        all.flat_map(|(code, sites)| sites.iter().map(|site| (*code, *site)))
    }

    /// The transitions of a tile, with those that an event may open.
    pub(super) fn ways(&self, tile: MapId) -> &[&'a Transition] {
        self.ways.get(&tile).map_or(&[], Vec::as_slice)
    }
}

/// A character as it comes into the world, to be dressed and taught.
pub(super) fn newcomer(tile: &GameMap) -> Character {
    let [name, account] = ["Somebody", "anybody"];
    Character::new(
        name.parse().expect("a valid name"),
        account.parse().expect("a valid name"),
        String::new(),
        tile,
        Timestamp::UNIX_EPOCH,
    )
}
