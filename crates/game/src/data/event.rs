//! Events: what appears on some tiles for a while (RULES §12).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::map::{Content, GameMap, Interactions, Layer, Transition};
use crate::ids::{EventCode, MapId};

/// An event of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EventSchema)]
pub struct Event {
    /// Name for people.
    pub name: String,
    /// Unique code.
    pub code: EventCode,
    /// What appears; `None` when only a way opens.
    #[serde(default)]
    pub content: Option<Content>,
    /// Where it may appear: on one of these at a time.
    pub maps: Vec<EventMap>,
    /// Minutes that it stays.
    pub duration: u32,
    /// One in how many minutes it comes by itself.
    pub rate: u32,
    /// Minutes until gems may call it again.
    #[serde(default)]
    pub cooldown: u32,
    /// When gems may call it again, if not now.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub cooldown_expiration: Option<Timestamp>,
    /// Gems that calling it costs; `None` when it cannot be bought.
    #[serde(default)]
    pub price: Option<u32>,
    /// A way that opens with it.
    #[serde(default)]
    pub transition: Option<Transition>,
}

impl Event {
    /// A tile as the event shows it: with its look, its content and its way. Who may step on it stays the same.
    #[must_use]
    pub fn on(&self, tile: &GameMap) -> GameMap {
        let place = self.maps.iter().find(|place| place.map_id == tile.map_id);
        let Interactions { content, transition } = tile.interactions.clone();
        GameMap {
            skin: place.map_or(&tile.skin, |place| &place.skin).clone(),
            interactions: Interactions {
                content: self.content.clone().or(content),
                transition: self.transition.clone().or(transition),
            },
            ..tile.clone()
        }
    }
}

/// A tile where an event may appear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EventMapSchema)]
pub struct EventMap {
    /// Its number.
    pub map_id: MapId,
    /// Its x.
    pub x: i32,
    /// Its y.
    pub y: i32,
    /// Its layer.
    #[schema(value_type = String)]
    pub layer: Layer,
    /// Which picture shows it while the event is there.
    pub skin: String,
}
