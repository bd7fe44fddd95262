//! When a raid opens: the same hours every week (RULES §12).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const DAY: i64 = 24 * 60 * 60;

/// The weekly hours of a raid, UTC. What the server leaves out has the default of its description: midnight, for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaidSchedule {
    /// Days on which it opens.
    pub weekdays: Vec<Weekday>,
    /// Hour at which it opens.
    #[serde(default)]
    pub start_hour_utc: u32,
    /// Minute at which it opens.
    #[serde(default)]
    pub start_minute_utc: u32,
    /// Hours that it stays open at most.
    #[serde(default = "one_day")]
    pub duration_hours: u32,
}

fn one_day() -> u32 {
    24
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// The first day.
    Monday,
    /// The second day.
    Tuesday,
    /// The third day.
    Wednesday,
    /// The fourth day.
    Thursday,
    /// The fifth day.
    Friday,
    /// The sixth day.
    Saturday,
    /// The seventh day.
    Sunday,
}

impl Weekday {
    /// Every day, in order.
    const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The day as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }

    /// The day of the week of so many days after 1970 began, which was on a Thursday.
    fn of(day: i64) -> Self {
        let place = (day + 3).rem_euclid(7);
        Self::ALL[usize::try_from(place).unwrap_or_default()]
    }
}

impl RaidSchedule {
    /// The latest opening that is not after `now`; `None` without weekdays.
    #[must_use]
    pub fn latest_start(&self, now: Timestamp) -> Option<Timestamp> {
        let today = now.as_second().div_euclid(DAY);
        (today - 7..=today).rev().filter_map(|day| self.start_on(day)).find(|start| *start <= now)
    }

    /// The first opening after `now`; `None` without weekdays.
    #[must_use]
    pub fn next_start(&self, now: Timestamp) -> Option<Timestamp> {
        let today = now.as_second().div_euclid(DAY);
        (today..=today + 7).filter_map(|day| self.start_on(day)).find(|start| *start > now)
    }

    /// When a raid that opened at `start` closes at the latest: when its hours are over, or when it opens again.
    #[must_use]
    pub fn end(&self, start: Timestamp) -> Timestamp {
        let hours = start.as_second() + 60 * 60 * i64::from(self.duration_hours);
        let end = Timestamp::from_second(hours).unwrap_or(Timestamp::MAX);
        self.next_start(start).map_or(end, |next| end.min(next))
    }

    /// When it opens on a day, counted from 1970; `None` when it does not.
    fn start_on(&self, day: i64) -> Option<Timestamp> {
        let minutes = 60 * i64::from(self.start_hour_utc) + i64::from(self.start_minute_utc);
        let opens = self.weekdays.contains(&Weekday::of(day));
        opens.then(|| Timestamp::from_second(DAY * day + 60 * minutes).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mondays, Wednesdays and Fridays at 21:30, for so many hours.
    fn schedule(duration_hours: u32) -> RaidSchedule {
        let weekdays = vec![Weekday::Monday, Weekday::Wednesday, Weekday::Friday];
        RaidSchedule { weekdays, start_hour_utc: 21, start_minute_utc: 30, duration_hours }
    }

    /// A time of August 2026, which began on a Saturday.
    fn august(day_and_time: &str) -> Timestamp {
        format!("2026-08-{day_and_time}:00Z").parse().unwrap()
    }

    #[test]
    fn it_opens_at_its_minute_on_each_of_its_days() {
        for (now, latest, next) in [
            ("03T21:29", "-", "03T21:30"),
            ("03T21:30", "03T21:30", "05T21:30"),
            ("04T12:00", "03T21:30", "05T21:30"),
            ("08T00:00", "07T21:30", "10T21:30"),
            ("09T23:59", "07T21:30", "10T21:30"),
        ] {
            let last_friday = "2026-07-31T21:30:00Z".parse().unwrap();
            let latest = if latest == "-" { last_friday } else { august(latest) };
            assert_eq!(schedule(12).latest_start(august(now)), Some(latest), "{now}");
            assert_eq!(schedule(12).next_start(august(now)), Some(august(next)), "{now}");
        }
    }

    #[test]
    fn it_closes_after_its_hours_but_never_later_than_it_opens_again() {
        assert_eq!(schedule(12).end(august("03T21:30")), august("04T09:30"));
        assert_eq!(schedule(60).end(august("03T21:30")), august("05T21:30"));
    }

    #[test]
    fn once_a_week_is_seven_days_apart() {
        let sundays = RaidSchedule { weekdays: vec![Weekday::Sunday], ..schedule(1) };
        assert_eq!(sundays.latest_start(august("09T21:29")), Some(august("02T21:30")));
        assert_eq!(sundays.next_start(august("02T21:30")), Some(august("09T21:30")));
    }

    #[test]
    fn days_are_spelled_as_they_are_read() {
        for (place, day) in (4..).zip(Weekday::ALL) {
            assert_eq!(serde_json::from_str::<Weekday>(&format!("{:?}", day.as_str())).unwrap(), day);
            // 5 January 1970 was a Monday.
            assert_eq!(Weekday::of(place), day);
        }
    }
}
