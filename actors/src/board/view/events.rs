//! Events and raids, as the dashboard shows them. What an event brings is told of the season once, not of each time it
//! comes.

use game::{
    ActiveEvent, EventCode, ItemCode, MonsterCode, OpenRaid, RaidCode, RaidState, RaidWindow, data::Weekday,
};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::PositionView;

/// What goes on in the game.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventsView {
    /// The events that are on, the oldest first; one may be over by now.
    pub active: Vec<ActiveEventView>,
    /// The raids, by code.
    pub raids: Vec<RaidView>,
}

/// An event that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ActiveEventView {
    /// Which event.
    #[schema(value_type = String)]
    pub code: EventCode,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: PositionView,
    /// When it came, by the game's clock.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it goes, by the game's clock.
    #[schema(value_type = String, format = DateTime)]
    pub expiration: Timestamp,
}

/// A raid and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RaidView {
    /// Which raid.
    #[schema(value_type = String)]
    pub code: RaidCode,
    /// Its name.
    pub name: String,
    /// Whom one fights.
    #[schema(value_type = String)]
    pub monster: MonsterCode,
    /// The days of the week on which it opens, UTC.
    pub weekdays: Vec<String>,
    /// How many hours it stays open at most.
    pub duration_hours: u32,
    /// When it opens next, by the game's clock.
    #[schema(value_type = String, format = DateTime)]
    pub next_start_at: Timestamp,
    /// Its boss, while it is open.
    #[schema(required)]
    pub open: Option<OpenRaidView>,
    /// When it will be open, from the next time on, for a week.
    pub windows: Vec<RaidWindowView>,
    /// What it can give.
    #[schema(value_type = Vec<String>)]
    pub rewards: Vec<ItemCode>,
}

/// A time in which a raid is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RaidWindowView {
    /// When it opens, by the game's clock.
    #[schema(value_type = String, format = DateTime)]
    pub opens_at: Timestamp,
    /// When it closes at the latest.
    #[schema(value_type = String, format = DateTime)]
    pub closes_at: Timestamp,
}

/// A raid that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpenRaidView {
    /// When it opened.
    #[schema(value_type = String, format = DateTime)]
    pub starts_at: Timestamp,
    /// When it closes at the latest.
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Timestamp,
    /// Hit points of the boss at the start.
    pub total_hp: i64,
    /// Hit points left, as they were last read.
    pub remaining_hp: i64,
    /// Accounts that have taken part.
    pub participants: u32,
}

impl From<&ActiveEvent> for ActiveEventView {
    fn from(event: &ActiveEvent) -> Self {
        Self {
            code: event.code.clone(),
            name: event.name.clone(),
            place: (&event.map).into(),
            created_at: event.created_at,
            expiration: event.expiration,
        }
    }
}

impl From<&RaidState> for RaidView {
    fn from(state: &RaidState) -> Self {
        let RaidState { raid, next_start_at, open } = state;
        let mut rewards: Vec<_> = raid.rewards.items().map(|item| item.code.clone()).collect();
        rewards.sort();
        rewards.dedup();
        Self {
            code: raid.code.clone(),
            name: raid.name.clone(),
            monster: raid.monster.clone(),
            weekdays: raid
                .schedule
                .weekdays
                .iter()
                .copied()
                .map(Weekday::as_str)
                .map(str::to_owned)
                .collect(),
            duration_hours: raid.schedule.duration_hours,
            next_start_at: *next_start_at,
            open: open.as_ref().map(OpenRaidView::from),
            windows: state.windows().map(RaidWindowView::from).collect(),
            rewards,
        }
    }
}

impl From<RaidWindow> for RaidWindowView {
    fn from(RaidWindow { opens_at, closes_at }: RaidWindow) -> Self {
        Self { opens_at, closes_at }
    }
}

impl From<&OpenRaid> for OpenRaidView {
    fn from(open: &OpenRaid) -> Self {
        Self {
            starts_at: open.starts_at,
            ends_at: open.ends_at,
            total_hp: open.total_hp,
            remaining_hp: open.remaining_hp,
            participants: open.participants,
        }
    }
}
