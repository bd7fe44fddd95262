//! When a raid opens. Hours are UTC.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::open_enum::open_enum;

/// The weekly hours of a raid. What the server leaves out has the spec's default: midnight, for 24 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RaidScheduleSchema)]
pub struct RaidSchedule {
    /// Days on which it opens.
    pub weekdays: Vec<RaidWeekday>,
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

open_enum! {
    /// A day of the week.
    RaidWeekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}
