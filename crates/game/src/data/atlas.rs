//! All tiles, found by number, by place and by what is on them.

use std::collections::BTreeMap;

use super::map::{ContentType, GameMap, Position};
use crate::ids::MapId;

/// The map of the world, in which numbers and places are unique.
#[derive(Debug, Clone, Default)]
pub struct Atlas {
    /// By number.
    tiles: Vec<GameMap>,
    by_position: BTreeMap<Position, Place>,
    by_content: BTreeMap<(ContentType, String), Vec<Place>>,
    /// What lies north, east, south and west of each: finding ways asks for little else.
    around: Vec<[Option<Place>; 4]>,
}

/// Where a tile stands in its atlas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place(usize);

impl Atlas {
    /// Indexes the tiles.
    #[must_use]
    pub fn new(tiles: Vec<GameMap>) -> Self {
        let by_number: BTreeMap<_, _> = tiles.into_iter().map(|tile| (tile.map_id, tile)).collect();
        let mut atlas = Self { tiles: by_number.into_values().collect(), ..Self::default() };
        for (place, tile) in atlas.tiles.iter().enumerate() {
            atlas.by_position.insert(tile.position(), Place(place));
            if let Some(content) = &tile.interactions.content {
                let key = (content.kind.clone(), content.code.clone());
                atlas.by_content.entry(key).or_default().push(Place(place));
            }
        }
        let next_to = |tile: &GameMap| {
            let at = tile.position();
            [(0, -1), (1, 0), (0, 1), (-1, 0)]
                .map(|(dx, dy)| atlas.place(Position { x: at.x + dx, y: at.y + dy, ..at }))
        };
        atlas.around = atlas.tiles.iter().map(next_to).collect();
        atlas
    }

    /// The tile with this number.
    #[must_use]
    pub fn get(&self, id: MapId) -> Option<&GameMap> {
        self.find(id).map(|place| self.tile(place))
    }

    /// The tile at this place.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<&GameMap> {
        self.place(position).map(|place| self.tile(place))
    }

    /// Every tile, by number.
    pub fn iter(&self) -> impl Iterator<Item = &GameMap> {
        self.tiles.iter()
    }

    /// Where the tile with this number stands.
    pub(crate) fn find(&self, id: MapId) -> Option<Place> {
        self.tiles.binary_search_by_key(&id, |tile| tile.map_id).ok().map(Place)
    }

    /// Where the tile at these coordinates stands.
    pub(crate) fn place(&self, position: Position) -> Option<Place> {
        self.by_position.get(&position).copied()
    }

    /// The tile that stands there.
    pub(crate) fn tile(&self, place: Place) -> &GameMap {
        &self.tiles[place.0]
    }

    /// What lies north, east, south and west of a tile.
    pub(crate) fn around(&self, place: Place) -> impl Iterator<Item = Place> + use<> {
        self.around[place.0].into_iter().flatten()
    }

    /// How many tiles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tiles.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tiles.is_empty()
    }

    /// The tiles with exactly this content, by number.
    pub fn with_content(&self, kind: &ContentType, code: &str) -> impl Iterator<Item = &GameMap> {
        let places = self.by_content.get(&(kind.clone(), code.to_owned()));
        places.into_iter().flatten().map(|place| self.tile(*place))
    }

    /// The tiles with content of this kind, whatever its code.
    pub fn with_content_type<'a>(
        &'a self,
        kind: &ContentType,
    ) -> impl Iterator<Item = &'a GameMap> + use<'a> {
        let kind = kind.clone();
        self.iter().filter(move |tile| tile.has_content_type(&kind))
    }
}
