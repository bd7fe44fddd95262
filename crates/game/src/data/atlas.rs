//! All tiles, found by number, by place and by what is on them.

use std::collections::BTreeMap;

use super::map::{ContentType, GameMap, Position};
use crate::ids::MapId;

/// The map of the world.
#[derive(Debug, Clone, Default)]
pub struct Atlas {
    tiles: BTreeMap<MapId, GameMap>,
    by_position: BTreeMap<Position, MapId>,
    by_content: BTreeMap<(ContentType, String), Vec<MapId>>,
}

impl Atlas {
    /// Indexes the tiles.
    #[must_use]
    pub fn new(tiles: Vec<GameMap>) -> Self {
        let mut atlas = Self::default();
        for tile in tiles {
            atlas.by_position.insert(tile.position(), tile.map_id);
            if let Some(content) = &tile.interactions.content {
                let key = (content.kind.clone(), content.code.clone());
                atlas.by_content.entry(key).or_default().push(tile.map_id);
            }
            atlas.tiles.insert(tile.map_id, tile);
        }
        atlas
    }

    /// The tile with this number.
    #[must_use]
    pub fn get(&self, id: MapId) -> Option<&GameMap> {
        self.tiles.get(&id)
    }

    /// The tile at this place.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<&GameMap> {
        self.by_position.get(&position).and_then(|id| self.tiles.get(id))
    }

    /// Every tile, by number.
    pub fn iter(&self) -> impl Iterator<Item = &GameMap> {
        self.tiles.values()
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
        let ids = self.by_content.get(&(kind.clone(), code.to_owned()));
        ids.into_iter().flatten().filter_map(|id| self.tiles.get(id))
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
