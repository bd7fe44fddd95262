//! Events: what comes to some tiles for a while, by itself or because somebody called it (RULES §12).
//!
//! Chance decides each minute of the clock anew for each event, and hangs on nothing but the world's seed, the minute and
//! the event: whoever plays, and however often anybody looks, the same events come at the same minutes.

mod calling;
mod chance;
mod tiles;

use std::collections::BTreeMap;

use game::{EventCode, GameData, MapId, data::Event};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{News, Rules, World, time};

/// A world that nobody looked at for longer than so many minutes does not make up for more of them.
const MOST_MINUTES: i64 = 7 * 24 * 60;

/// The events of a world.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Events {
    /// What chance depends on.
    seed: u64,
    /// The last minute since 1970 that chance has decided about; `None` before the first.
    minute: Option<i64>,
    /// Those that are there, the oldest first.
    active: Vec<ActiveEvent>,
    /// When those that were called may be called again.
    cooldowns: BTreeMap<EventCode, Timestamp>,
}

/// An event that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActiveEvent {
    /// Which event.
    pub code: EventCode,
    /// The tile it has changed.
    pub map_id: MapId,
    /// When it came.
    pub created_at: Timestamp,
    /// When it goes.
    pub expiration: Timestamp,
}

impl World {
    /// The events that are there, the oldest first.
    pub fn active_events(&self) -> impl Iterator<Item = (&Event, &ActiveEvent)> {
        let active = self.state.events.active.iter();
        active.filter_map(|active| Some((self.data.event(&active.code)?, active)))
    }

    /// The same as players hear of them, each with its tile as it is now.
    #[must_use]
    pub fn told_events(&self) -> Vec<game::ActiveEvent> {
        let told = |(event, active): (&Event, &ActiveEvent)| {
            let map = self.tile(active.map_id)?.into_owned();
            let (name, code) = (event.name.clone(), active.code.clone());
            let ActiveEvent { created_at, expiration, .. } = *active;
            Some(game::ActiveEvent { name, code, map, created_at, expiration })
        };
        self.active_events().filter_map(told).collect()
    }

    /// When gems may call an event again, as seen at `now`; `None` when they may.
    #[must_use]
    pub fn event_cooldown(&self, code: &EventCode, now: Timestamp) -> Option<Timestamp> {
        self.state.events.cooldown(code, now)
    }
}

impl Events {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// Lets the clock run: what is over goes, and what chance brings comes.
    pub(crate) fn advance(&mut self, data: &GameData, rules: &Rules, now: Timestamp, news: &mut Vec<News>) {
        let this = now.as_second().div_euclid(60);
        let last = *self.minute.get_or_insert(this);
        for minute in (last + 1).max(this - MOST_MINUTES)..=this {
            let began = Timestamp::from_second(60 * minute).unwrap_or(now);
            self.end(began, news);
            let seed = self.seed;
            for event in data.events.iter().filter(|event| chance::comes(seed, minute, event)) {
                if self.check_room(event, rules).is_ok()
                    && let Some(map_id) = chance::place(seed, minute, event, &self.active)
                {
                    self.begin(event, map_id, began, news);
                }
            }
            self.minute = Some(minute);
        }
        self.end(now, news);
    }

    /// When an event may be called again, if not at `now`.
    fn cooldown(&self, code: &EventCode, now: Timestamp) -> Option<Timestamp> {
        self.cooldowns.get(code).copied().filter(|free_at| *free_at > now)
    }

    fn begin(&mut self, event: &Event, map_id: MapId, now: Timestamp, news: &mut Vec<News>) -> ActiveEvent {
        let expiration = time::later(now, event.duration.saturating_mul(60));
        let active = ActiveEvent { code: event.code.clone(), map_id, created_at: now, expiration };
        self.active.push(active.clone());
        news.push(News::EventCame(active.clone()));
        active
    }

    fn end(&mut self, now: Timestamp, news: &mut Vec<News>) {
        if self.active.iter().any(|active| active.expiration <= now) {
            let over = self.active.extract_if(.., |active| active.expiration <= now);
            news.extend(over.map(News::EventWent));
        }
    }
}
