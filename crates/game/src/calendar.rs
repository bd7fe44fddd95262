//! Events and raids as they stand now (RULES §12): what the game tells of them while it is played. Which there are in a
//! season is in [`data`](crate::data).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    data::{ContentType, GameMap, Raid},
    ids::EventCode,
};

/// An event that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActiveEvent {
    /// Name for people.
    pub name: String,
    /// Which event.
    pub code: EventCode,
    /// The tile that it has changed, as it is now.
    pub map: GameMap,
    /// When it came.
    pub created_at: Timestamp,
    /// When it goes.
    pub expiration: Timestamp,
}

impl ActiveEvent {
    /// Whether it brings this content.
    #[must_use]
    pub fn brings(&self, kind: &ContentType, code: &str) -> bool {
        self.map.has_content(kind, code)
    }
}

/// A raid and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaidState {
    /// The raid.
    pub raid: Raid,
    /// When it opens next.
    pub next_start_at: Timestamp,
    /// Its boss, while it is open.
    pub open: Option<OpenRaid>,
}

/// A raid that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRaid {
    /// When it opened.
    pub starts_at: Timestamp,
    /// When it closes at the latest.
    pub ends_at: Timestamp,
    /// Hit points of the boss at the start, shared by all who fight.
    pub total_hp: i64,
    /// Hit points left.
    pub remaining_hp: i64,
    /// Accounts that have taken part.
    pub participants: u32,
}
