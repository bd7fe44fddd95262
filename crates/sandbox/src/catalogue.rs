//! The season's longest lists as they go over the wire. Nothing changes them while a sandbox runs, so each row is written
//! once, when it is opened.

use game::GameData;
use serde::Serialize;

use crate::request::Written;

/// Rows in the order of the season's lists.
pub(crate) struct Catalogue {
    pub(crate) items: Vec<Written>,
    pub(crate) monsters: Vec<Written>,
    pub(crate) resources: Vec<Written>,
    /// Tiles as they are without any event.
    pub(crate) maps: Vec<Written>,
}

impl Catalogue {
    /// Writes the rows of a season.
    pub(crate) fn of(data: &GameData) -> Self {
        Self {
            items: written(data.items.values()),
            monsters: written(data.monsters.values()),
            resources: written(data.resources.values()),
            maps: written(data.maps.iter()),
        }
    }
}

fn written<'a, T: Serialize + 'a>(rows: impl Iterator<Item = &'a T>) -> Vec<Written> {
    rows.map(Written::of).collect()
}
