//! The rate budget as the server accounts for it: buckets, periods and what is left (RULES §3).

use std::{collections::BTreeMap, fmt, time::Duration};

use api_types::{RateLimitScope, RateLimits};
use jiff::Timestamp;

/// A budget of its own that calls of one kind share. The server's buckets for logins, simulations and the assistant
/// are missing here because no call of this client counts in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// Creating characters, and asking for the rates themselves.
    Account,
    /// Reading.
    Data,
    /// Every action of a character.
    Action,
}

impl Bucket {
    /// Every bucket.
    pub const ALL: [Self; 3] = [Self::Account, Self::Data, Self::Action];

    /// The bucket as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Data => "data",
            Self::Action => "action",
        }
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How long a window of a bucket lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One second.
    Second,
    /// One minute.
    Minute,
    /// One hour.
    Hour,
    /// One day.
    Day,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Self; 4] = [Self::Second, Self::Minute, Self::Hour, Self::Day];

    /// The period as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    /// Its length.
    #[must_use]
    pub fn duration(self) -> Duration {
        Duration::from_secs(match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
        })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The state of one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Requests that it allows.
    pub limit: u32,
    /// Requests left of them.
    pub remaining: u32,
    /// When the count starts anew, by the server's clock.
    pub reset: Timestamp,
}

impl Window {
    /// How long until the count starts anew, when it was `server_time`, which is that of the same reply.
    #[must_use]
    pub fn reset_in(&self, server_time: Timestamp) -> Duration {
        Duration::try_from(self.reset.duration_since(server_time)).unwrap_or_default()
    }
}

/// What is left of every bucket in every window that it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rates(pub BTreeMap<(Bucket, Period), Window>);

impl Rates {
    /// The windows of one bucket, the shortest first.
    pub fn windows(&self, bucket: Bucket) -> impl Iterator<Item = (Period, Window)> + '_ {
        self.0
            .iter()
            .filter(move |((of, _), _)| *of == bucket)
            .map(|((_, period), window)| (*period, *window))
    }
}

impl From<RateLimits> for Rates {
    fn from(wire: RateLimits) -> Self {
        let scopes =
            [(Bucket::Account, wire.account), (Bucket::Data, wire.data), (Bucket::Action, wire.action)];
        Self(
            scopes
                .into_iter()
                .flat_map(|(bucket, scope)| {
                    scope_windows(scope).map(move |(period, window)| ((bucket, period), window))
                })
                .collect(),
        )
    }
}

fn scope_windows(scope: RateLimitScope) -> impl Iterator<Item = (Period, Window)> {
    let windows = [scope.second, scope.minute, scope.hour, scope.day];
    Period::ALL.into_iter().zip(windows).filter_map(|(period, window)| {
        let window = window?;
        Some((
            period,
            Window { limit: window.limit, remaining: window.remaining, reset: window.reset.into() },
        ))
    })
}
