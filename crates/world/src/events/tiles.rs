//! Tiles as events have changed them.

use std::borrow::Cow;

use game::{
    GameData, MapId,
    data::{Event, GameMap, Transition},
};

use super::Events;
use crate::World;

impl World {
    /// A tile as it is now: with the content, the look and the way of an event that is there.
    #[must_use]
    pub fn tile(&self, map_id: MapId) -> Option<Cow<'_, GameMap>> {
        let tile = self.data.maps.get(map_id)?;
        Some(self.changed(tile).map_or(Cow::Borrowed(tile), Cow::Owned))
    }

    /// What an event that is there has made of a tile of the season; `None` when it is as ever.
    #[must_use]
    pub fn changed(&self, tile: &GameMap) -> Option<GameMap> {
        self.state.events.on(tile.map_id, &self.data).map(|event| event.on(tile))
    }
}

impl Events {
    /// The event that is on a tile.
    pub(crate) fn on<'a>(&self, map_id: MapId, data: &'a GameData) -> Option<&'a Event> {
        let active = self.active.iter().find(|active| active.map_id == map_id)?;
        data.event(&active.code)
    }

    /// The way that leads on from a tile: an event's own, or else the tile's.
    pub(crate) fn way_from<'a>(&self, map_id: MapId, data: &'a GameData) -> Option<&'a Transition> {
        let opened = self.on(map_id, data).and_then(|event| event.transition.as_ref());
        opened.or_else(|| data.maps.get(map_id)?.interactions.transition.as_ref())
    }
}
