//! Raids: opened and closed by the clock, fought by everybody, paid when they end (RULES §12).
//!
//! Of each raid the latest instance is kept, open or over. All damage goes through [`Raids::hit`], whoever does it.

mod instance;
mod rewards;

use std::collections::BTreeMap;

use game::{AccountName, GameData, PendingItem, RaidCode, data::Raid};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use instance::RaidInstance;

use crate::{News, World, ids::Ids};

/// A world that nobody looked at for longer does not make up for more openings.
const MOST_BEHIND: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The raids of a world.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Raids {
    /// The time of the latest change: what happened before is settled. `None` before the clock was first looked at.
    settled: Option<Timestamp>,
    latest: BTreeMap<RaidCode, RaidInstance>,
    /// When the next of them opens or closes; unknown after a restart.
    #[serde(skip)]
    due: Option<Timestamp>,
}

/// What somebody gets of a raid.
pub(crate) type Reward = (AccountName, PendingItem);

impl World {
    /// The raids of the season, each with its latest instance if it was held in this world.
    pub fn raids(&self) -> impl Iterator<Item = (&Raid, Option<&RaidInstance>)> {
        self.data.raids.iter().map(|raid| (raid, self.state.raids.latest.get(&raid.code)))
    }
}

impl Raids {
    /// Lets the clock run: what is over ends, what is due opens, one after the other. Says who gets what.
    pub(crate) fn advance(
        &mut self,
        data: &GameData,
        ids: &mut Ids,
        now: Timestamp,
        news: &mut Vec<News>,
    ) -> Vec<Reward> {
        let earliest = now.saturating_sub(MOST_BEHIND).unwrap_or(now);
        let mut rewards = Vec::new();
        loop {
            let due = self.due.or_else(|| Some(self.next_change(data, self.settled?))).unwrap_or(now);
            let due = due.max(earliest);
            self.due = Some(due);
            if now < due {
                return rewards;
            }
            for raid in &data.raids {
                rewards.extend(self.close(raid, ids, due, news));
                self.open_if_due(raid, data, due, news);
            }
            self.settled = Some(due);
            self.due = None;
        }
    }

    /// Opens a raid in whose hours `now` is, unless it has been open in them.
    fn open_if_due(&mut self, raid: &Raid, data: &GameData, now: Timestamp, news: &mut Vec<News>) {
        let Some(start) = raid.schedule.latest_start(now) else { return };
        let end = raid.schedule.end(start);
        let was_held = self.latest.get(&raid.code).is_some_and(|latest| latest.starts_at >= start);
        if !was_held && now < end {
            let hp = data.monsters.get(&raid.monster).map_or(1, |monster| monster.hp);
            let instance = RaidInstance::new(start, end, hp);
            news.push(News::RaidOpened { code: raid.code.clone(), instance: instance.clone() });
            self.latest.insert(raid.code.clone(), instance);
        }
    }

    /// The instance of a raid that is open.
    pub(crate) fn open(&self, code: &RaidCode) -> Option<&RaidInstance> {
        self.latest.get(code).filter(|latest| latest.is_open())
    }

    /// Counts damage that somebody did to the boss of an open raid; says who gets what when that was the end of it.
    pub(crate) fn hit(
        &mut self,
        raid: &Raid,
        account: &AccountName,
        damage: i64,
        ids: &mut Ids,
        now: Timestamp,
        news: &mut Vec<News>,
    ) -> Vec<Reward> {
        let Some(latest) = self.latest.get_mut(&raid.code).filter(|latest| latest.is_open()) else {
            return Vec::new();
        };
        latest.hit(account, damage);
        if latest.remaining_hp > 0 {
            return Vec::new();
        }
        self.due = None;
        end(raid, latest, ids, now, news)
    }

    /// Ends a raid whose time is over.
    fn close(&mut self, raid: &Raid, ids: &mut Ids, now: Timestamp, news: &mut Vec<News>) -> Vec<Reward> {
        let latest = self.latest.get_mut(&raid.code);
        let Some(latest) = latest.filter(|latest| latest.is_open() && latest.ends_at <= now) else {
            return Vec::new();
        };
        let at = latest.ends_at;
        end(raid, latest, ids, at, news)
    }

    fn next_change(&self, data: &GameData, now: Timestamp) -> Timestamp {
        let opens = data.raids.iter().filter_map(|raid| raid.schedule.next_start(now));
        let closes = self.latest.values().filter(|latest| latest.is_open()).map(|latest| latest.ends_at);
        opens.chain(closes).min().unwrap_or(Timestamp::MAX)
    }
}

fn end(
    raid: &Raid,
    instance: &mut RaidInstance,
    ids: &mut Ids,
    at: Timestamp,
    news: &mut Vec<News>,
) -> Vec<Reward> {
    instance.ended_at = Some(at);
    news.push(News::RaidEnded { code: raid.code.clone(), instance: instance.clone() });
    rewards::of(raid, instance, ids, at)
}
