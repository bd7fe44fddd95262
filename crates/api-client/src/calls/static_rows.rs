//! The season's lists as the server has them, row by row and unread: for whoever keeps them, with all that a later
//! season may have added to a row.

use game::data::{Achievement, Drop, Event, GameMap, Item, Monster, Npc, NpcItem, Resource, TaskFull};
use serde_json::Value;

use super::{Call, StaticList};
use crate::{
    decode::{DecodeError, from_json},
    page::{Page, StaticPage},
    rates::Bucket,
    request::Request,
};

/// A list of a season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticTable {
    /// The name that its file goes by, without an ending.
    pub name: &'static str,
    /// Its path, with a query if that is not empty.
    path: &'static str,
}

impl StaticTable {
    /// Every list of a season.
    pub const ALL: [Self; 15] = [
        Self { name: "items", path: Item::PATH },
        Self { name: "monsters", path: Monster::PATH },
        Self { name: "resources", path: Resource::PATH },
        Self { name: "maps", path: GameMap::PATH },
        Self { name: "npcs", path: Npc::PATH },
        Self { name: "npc_items", path: NpcItem::PATH },
        Self { name: "tasks", path: TaskFull::PATH },
        Self { name: "tasks_rewards", path: Drop::PATH },
        Self { name: "achievements", path: Achievement::PATH },
        Self { name: "effects", path: "/effects?" },
        Self { name: "events", path: Event::PATH },
        Self { name: "raids", path: "/raids?" },
        Self { name: "badges", path: "/badges?" },
        Self { name: "skins", path: "/skins?" },
        Self { name: "season_rewards", path: "/season_rewards?" },
    ];
}

/// One page of a list, as large as pages get. Needs no token.
#[derive(Debug, Clone, Copy)]
pub struct GetRows {
    /// Which list.
    pub table: StaticTable,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetRows {
    type Reply = Page<Value>;

    fn request(&self) -> Request {
        let size = StaticPage::<Value>::MAX_SIZE;
        Request::get(Bucket::Data, format!("{}page={}&size={size}", self.table.path, self.page))
    }

    fn decode(&self, body: &[u8]) -> Result<Page<Value>, DecodeError> {
        Ok(from_json::<api_types::Page<Value>>(body)?.into())
    }
}
