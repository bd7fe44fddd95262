//! Times on the wire (RULES §1): ISO-8601 in UTC, usually milliseconds and `Z`, sometimes without a zone.
//!
//! Comparing them with this machine's clock is left to the callers, who know that the clocks may differ.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// An instant as the game writes it.
///
/// Reads `2026-08-02T23:00:08.070Z` with any fraction and any offset, and takes a time without a zone as UTC. Writes
/// milliseconds and `Z`; what is finer is cut off. The schema is a string with the format `date-time`, in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub jiff::Timestamp);

impl FromStr for Timestamp {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        match text.parse::<jiff::Timestamp>() {
            Ok(timestamp) => Ok(Self(timestamp)),
            Err(_) => {
                // Raid instances have been seen without a zone (RULES §1).
                let civil: DateTime = text.parse()?;
                Ok(Self(TimeZone::UTC.to_timestamp(civil)?))
            }
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Self(timestamp)
    }
}

impl From<Timestamp> for jiff::Timestamp {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TimestampVisitor)
    }
}

struct TimestampVisitor;

impl Visitor<'_> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an ISO-8601 time, in UTC when it names no zone")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        let timestamp: Timestamp = serde_json::from_value(text.into()).unwrap();
        assert_eq!(serde_json::to_value(timestamp).unwrap(), written);
    }

    #[test]
    fn reads_any_fraction_and_writes_milliseconds() {
        check("2026-08-02T23:00:08.070Z", "2026-08-02T23:00:08.070Z");
        check("2026-08-02T23:00:08Z", "2026-08-02T23:00:08.000Z");
        check("2026-08-02T23:00:08.070999Z", "2026-08-02T23:00:08.070Z");
        check("2026-08-03T01:00:08.5+02:00", "2026-08-02T23:00:08.500Z");
    }

    #[test]
    fn takes_a_time_without_a_zone_as_utc() {
        check("2026-06-20T09:00:00", "2026-06-20T09:00:00.000Z");
        check("2026-06-20T09:00:38.498000", "2026-06-20T09:00:38.498Z");
    }

    #[test]
    fn refuses_what_is_not_a_time() {
        assert!(serde_json::from_str::<Timestamp>("\"tomorrow\"").is_err());
    }
}
