//! Events and raids as they stand now (RULES §12): what the game tells of them while it is played. Which there are in a
//! season is in [`data`](crate::data).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    data::{ContentType, GameMap, Raid},
    ids::EventCode,
};

/// How far the timetable of a raid is looked at.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What goes on and what is to come, as far as it was told. Some of it may be over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The events that are on.
    pub events: Vec<ActiveEvent>,
    /// The raids of the season.
    pub raids: Vec<RaidState>,
}

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

/// A time in which a raid is open: from its opening until it closes at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RaidWindow {
    /// When it opens.
    pub opens_at: Timestamp,
    /// When it closes, unless its boss is beaten before.
    pub closes_at: Timestamp,
}

impl RaidState {
    /// The windows of the week that begins with the next one. It is the only one where the server's clock does not show
    /// the hours of the timetable, as when its time runs faster, and lasts as many of its own hours.
    pub fn windows(&self) -> impl Iterator<Item = RaidWindow> {
        let (schedule, first) = (&self.raid.schedule, self.next_start_at);
        let goes_by_timetable = schedule.latest_start(first) == Some(first);
        let starts = std::iter::successors(Some(first), move |start| {
            goes_by_timetable.then(|| schedule.next_start(*start)).flatten()
        });
        let within_a_week = starts.take_while(move |start| start.duration_since(first) < WEEK);
        let lasts = SignedDuration::from_hours(schedule.duration_hours.into());
        within_a_week.map(move |opens_at| {
            let at_most = opens_at.saturating_add(lasts).unwrap_or(opens_at);
            let closes_at = if goes_by_timetable { schedule.end(opens_at) } else { at_most };
            RaidWindow { opens_at, closes_at }
        })
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The windows after a time in August 2026, whose first day was a Saturday.
    fn windows(next_start_at: &str, weekdays: &[&str]) -> Vec<String> {
        let raid = serde_json::from_value(json!({
            "code": "siege", "name": "Siege", "monster": "troll",
            "schedule": {"weekdays": weekdays, "start_hour_utc": 21, "duration_hours": 12},
        }));
        let state = RaidState { raid: raid.unwrap(), next_start_at: august(next_start_at), open: None };
        let short = |then: Timestamp| then.strftime("%d %H:%M").to_string();
        state.windows().map(|one| format!("{} to {}", short(one.opens_at), short(one.closes_at))).collect()
    }

    fn august(time: &str) -> Timestamp {
        format!("2026-08-{time}:00Z").parse().unwrap()
    }

    #[test]
    fn a_week_of_windows_follows_the_next_one_over_midnight_and_the_end_of_the_week() {
        let thrice = ["monday", "wednesday", "friday"];
        let expected = ["07 21:00 to 08 09:00", "10 21:00 to 11 09:00", "12 21:00 to 13 09:00"];
        assert_eq!(windows("07T21:00", &thrice), expected);
        assert_eq!(windows("02T21:00", &["sunday"]), ["02 21:00 to 03 09:00"]);
    }

    #[test]
    fn only_the_next_one_is_known_where_the_clock_runs_by_other_hours() {
        assert_eq!(windows("07T13:20", &["friday"]), ["07 13:20 to 08 01:20"]);
    }
}
