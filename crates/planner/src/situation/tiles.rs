//! The map as it is now: the season's tiles, with those that an event has changed as the event shows them.

use game::{
    ActiveEvent, MapId,
    data::{ContentType, GameMap},
};
use jiff::SignedDuration;

use super::Situation;

/// Who arrives with less time than this left, in seconds, has come for nothing.
const WORTH_COMING: u64 = 60;

impl<'a> Situation<'a> {
    /// The events that are on.
    pub(crate) fn events(&self) -> impl Iterator<Item = &'a ActiveEvent> + use<'a> {
        let now = self.now;
        self.view.events.iter().filter(move |event| event.expiration > now)
    }

    /// A tile.
    pub(crate) fn tile(&self, id: MapId) -> Option<&'a GameMap> {
        let event = self.event_on(id);
        event.map(|event| &event.map).or_else(|| self.data.maps.get(id))
    }

    /// The tiles with exactly this content.
    pub(crate) fn tiles_with(&self, kind: &ContentType, code: &str) -> impl Iterator<Item = &'a GameMap> {
        let changed = self.events().filter(|event| event.brings(kind, code)).map(|event| &event.map);
        let others = self.data.maps.with_content(kind, code);
        changed.chain(others.filter(|tile| self.event_on(tile.map_id).is_none()))
    }

    /// The tiles with content of this kind, whatever its code.
    pub(crate) fn tiles_with_type(&self, kind: &ContentType) -> impl Iterator<Item = &'a GameMap> {
        let changed = self.events().map(|event| &event.map).filter(|tile| tile.has_content_type(kind));
        let others = self.data.maps.with_content_type(kind);
        changed.chain(others.filter(|tile| self.event_on(tile.map_id).is_none()))
    }

    /// Whether a tile stays as it is until the character has come there, in so many seconds, and for a while after.
    pub(crate) fn lasts(&self, id: MapId, seconds: u64) -> bool {
        let Some(event) = self.event_on(id).filter(|_| seconds > 0) else { return true };
        let needed = i64::try_from(seconds + WORTH_COMING).unwrap_or(i64::MAX);
        event.expiration.duration_since(self.now) >= SignedDuration::from_secs(needed)
    }

    /// Text that changes with the events that are on: what is chosen among tiles is chosen again then.
    pub(crate) fn events_key(&self) -> String {
        self.events().map(|event| format!(" {}@{}", event.code, event.map.map_id)).collect()
    }

    fn event_on(&self, id: MapId) -> Option<&'a ActiveEvent> {
        self.events().find(|event| event.map.map_id == id)
    }
}
