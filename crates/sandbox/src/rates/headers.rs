//! The rate headers of a response: the plain form for the tightest window, and one set per window (RULES §3).

use http::{HeaderMap, HeaderName, HeaderValue, header};
use jiff::Timestamp;

use super::limiter::{Verdict, Window};

/// Writes how the request's bucket stands; for a refused request also when to come back.
pub(super) fn write(headers: &mut HeaderMap, verdict: &Verdict, now: Timestamp) {
    for window in &verdict.windows {
        write_window(headers, window, &format!("-{}", window.period.as_str()));
    }
    // Of equally exhausted windows, the one that lasts longest is the one to wait for.
    let tightest = verdict.windows.iter().min_by_key(|window| (window.remaining, -window.period.seconds()));
    if let Some(window) = tightest {
        write_window(headers, window, "");
        if !verdict.allowed {
            headers.insert(header::RETRY_AFTER, seconds_until(window.reset, now).into());
        }
    }
}

fn write_window(headers: &mut HeaderMap, window: &Window, suffix: &str) {
    let mut insert = |what: &str, value: HeaderValue| {
        let name = format!("x-ratelimit-{what}{suffix}");
        headers.insert(HeaderName::try_from(name).expect("made of lower-case letters and dashes"), value);
    };
    insert("limit", window.limit.into());
    insert("remaining", window.remaining.into());
    insert("reset", ceil_seconds(window.reset).into());
}

/// Whole seconds since 1970, rounded up: a client that waits until then does not come too early.
fn ceil_seconds(at: Timestamp) -> i64 {
    let (milliseconds, per_second) = (at.as_millisecond(), 1_000);
    milliseconds.div_euclid(per_second) + i64::from(milliseconds.rem_euclid(per_second) > 0)
}

fn seconds_until(then: Timestamp, now: Timestamp) -> i64 {
    let milliseconds = then.as_millisecond() - now.as_millisecond();
    (milliseconds + 999).div_euclid(1_000).max(1)
}
