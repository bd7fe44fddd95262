//! When a rule stands: always, for a while, or at an hour of every day.

use std::str::FromStr;

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};
use serde::{Deserialize, Serialize};

const DAY_SECONDS: u32 = 86_400;

/// A time in which a rule stands, in real seconds from when it was set, or from an hour of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub(crate) struct When {
    from: From,
    for_seconds: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum From {
    Set { after_seconds: u32 },
    Daily { at: Time },
}

impl Default for From {
    fn default() -> Self {
        Self::Set { after_seconds: 0 }
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    after_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    daily_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    for_seconds: Option<u32>,
}

impl When {
    /// Whether nothing limits it.
    pub(super) fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a rule that was set at `set_at` stands now.
    pub(super) fn holds(&self, set_at: Timestamp, now: Timestamp) -> bool {
        let since = match self.from {
            From::Set { after_seconds } => {
                now.duration_since(set_at) - SignedDuration::from_secs(after_seconds.into())
            }
            From::Daily { at } => since_daily(at, now),
        };
        let most =
            self.for_seconds.map_or(SignedDuration::MAX, |seconds| SignedDuration::from_secs(seconds.into()));
        (SignedDuration::ZERO..most).contains(&since)
    }
}

/// How long ago it was last this time of the day, in UTC.
fn since_daily(at: Time, now: Timestamp) -> SignedDuration {
    let today = TimeZone::UTC.to_datetime(now).time().duration_since(at);
    if today.is_negative() { today + SignedDuration::from_secs(DAY_SECONDS.into()) } else { today }
}

impl TryFrom<Written> for When {
    type Error = String;

    fn try_from(Written { after_seconds, daily_at, for_seconds }: Written) -> Result<Self, String> {
        if for_seconds == Some(0) {
            return Err("`for_seconds` is 0: leave it out for a rule without an end".to_owned());
        }
        let from = match (daily_at, after_seconds) {
            (None, after_seconds) => From::Set { after_seconds: after_seconds.unwrap_or(0) },
            (Some(_), Some(_)) => {
                return Err("`after_seconds` and `daily_at` exclude each other: choose one".to_owned());
            }
            (Some(_), None) if for_seconds.is_none_or(|seconds| seconds >= DAY_SECONDS) => {
                return Err("`daily_at` needs a `for_seconds` below 86400".to_owned());
            }
            (Some(at), None) => From::Daily {
                at: Time::from_str(&at).map_err(|_| format!("`{at}` is no time of the day: write 23:55"))?,
            },
        };
        Ok(Self { from, for_seconds })
    }
}

impl std::convert::From<When> for Written {
    fn from(When { from, for_seconds }: When) -> Self {
        let (after_seconds, daily_at) = match from {
            From::Set { after_seconds } => (Some(after_seconds).filter(|seconds| *seconds > 0), None),
            From::Daily { at } => (None, Some(at.strftime("%H:%M:%S").to_string())),
        };
        Self { after_seconds, daily_at, for_seconds }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a rule that was set at 22:00 stands after so many seconds.
    #[track_caller]
    fn check(when: &str, expected: &[(i64, bool)]) {
        let when: When = serde_json::from_str(when).unwrap();
        let set_at: Timestamp = "2026-08-01T22:00:00Z".parse().unwrap();
        for (seconds, stands) in expected {
            let now = set_at + SignedDuration::from_secs(*seconds);
            assert_eq!(when.holds(set_at, now), *stands, "{when:?} after {seconds} s");
        }
    }

    #[test]
    fn a_rule_stands_from_its_beginning_to_its_end() {
        check("{}", &[(0, true), (1_000_000, true)]);
        check(r#"{"for_seconds": 60}"#, &[(0, true), (59, true), (60, false)]);
        check(
            r#"{"after_seconds": 10, "for_seconds": 60}"#,
            &[(9, false), (10, true), (69, true), (70, false)],
        );
    }

    #[test]
    fn a_daily_rule_stands_every_day_also_over_midnight() {
        let daily = r#"{"daily_at": "23:00", "for_seconds": 7200}"#;
        let hour = 3_600;
        check(daily, &[(0, false), (hour, true), (3 * hour - 1, true), (3 * hour, false), (25 * hour, true)]);
    }

    #[test]
    fn a_time_that_makes_no_sense_is_refused_with_advice() {
        for (text, said) in [
            (r#"{"for_seconds": 0}"#, "leave it out"),
            (r#"{"daily_at": "00:00"}"#, "needs a `for_seconds`"),
            (r#"{"daily_at": "00:00", "for_seconds": 86400}"#, "below 86400"),
            (r#"{"daily_at": "00:00", "for_seconds": 1, "after_seconds": 1}"#, "exclude each other"),
            (r#"{"daily_at": "noon", "for_seconds": 1}"#, "write 23:55"),
            (r#"{"until": 1}"#, "unknown field `until`"),
        ] {
            let error = serde_json::from_str::<When>(text).unwrap_err();
            assert!(error.to_string().contains(said), "{text}: {error}");
        }
    }
}
