//! What the headers of a response say about the budget and about time (RULES §3, §1).
//!
//! Which form the live server sends is only partly known, so both are read and neither is needed: nothing here fails.

use std::{collections::BTreeMap, time::Duration};

use http::{HeaderMap, HeaderName, header};
use jiff::Timestamp;

use crate::rates::Period;

/// The `X-RateLimit-*` headers of one response; they speak of the bucket that its request counted in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RateHeaders {
    /// `X-RateLimit-Limit`, `-Remaining` and `-Reset`, of a window that the server does not name.
    pub unnamed: Option<HeaderWindow>,
    /// `X-RateLimit-Remaining-Second` and so on.
    pub windows: BTreeMap<Period, HeaderWindow>,
}

/// A window as headers tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderWindow {
    /// Requests that it allows, when the server says so.
    pub limit: Option<u32>,
    /// Requests left of them.
    pub remaining: u32,
    /// How long after this response the count starts anew, by the server's clock alone.
    pub reset_in: Option<Duration>,
}

impl RateHeaders {
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let windows = Period::ALL
            .into_iter()
            .filter_map(|period| Some((period, window(headers, &format!("-{}", period.as_str()))?)))
            .collect();
        Self { unnamed: window(headers, ""), windows }
    }
}

fn window(headers: &HeaderMap, suffix: &str) -> Option<HeaderWindow> {
    let text = |what: &str| {
        let name: HeaderName = format!("x-ratelimit-{what}{suffix}").parse().ok()?;
        headers.get(name)?.to_str().ok().map(str::trim)
    };
    let remaining = text("remaining")?.parse().ok()?;
    let limit = text("limit").and_then(|limit| limit.parse().ok());
    let reset_in = text("reset").and_then(|reset| reset_in(reset, server_time(headers)));
    Some(HeaderWindow { limit, remaining, reset_in })
}

/// When the response was written, by the server's clock, to the second.
pub(crate) fn server_time(headers: &HeaderMap) -> Option<Timestamp> {
    http_date(headers.get(header::DATE)?.to_str().ok()?)
}

/// How long the server asks to wait: `Retry-After` in seconds or as a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    seconds(text).or_else(|| Some(until(http_date(text)?, server_time(headers)?)))
}

/// Seconds from now, or seconds since 1970 (seen live, RULES §3): no window is ten years long.
fn reset_in(text: &str, server_time: Option<Timestamp>) -> Option<Duration> {
    let value = seconds(text)?;
    if value.as_secs() < 10 * 366 * 86_400 {
        return Some(value);
    }
    let epoch = Timestamp::from_second(i64::try_from(value.as_secs()).ok()?).ok()?;
    Some(until(epoch, server_time?) + Duration::from_nanos(value.subsec_nanos().into()))
}

fn seconds(text: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse().ok()?).ok()
}

fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text).ok().map(|zoned| zoned.timestamp())
}

fn until(then: Timestamp, now: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    const NOW: (&str, &str) = ("date", "Sun, 02 Aug 2026 23:00:08 GMT");

    #[test]
    fn both_forms_of_the_headers_are_read() {
        let read = RateHeaders::read(&headers(&[
            ("X-RateLimit-Limit", "10"),
            ("X-RateLimit-Remaining", "9"),
            ("X-RateLimit-Reset", "0.5"),
            ("x-ratelimit-remaining-minute", "99"),
            ("x-ratelimit-reset-minute", "1785711650"),
            ("x-ratelimit-remaining-hour", "4000"),
            NOW,
        ]));
        let window = |limit, remaining, ms| HeaderWindow {
            limit,
            remaining,
            reset_in: Some(Duration::from_millis(ms)),
        };
        assert_eq!(read.unnamed, Some(window(Some(10), 9, 500)));
        assert_eq!(read.windows[&Period::Minute], window(None, 99, 42_000));
        let hour = HeaderWindow { limit: None, remaining: 4000, reset_in: None };
        assert_eq!(read.windows[&Period::Hour], hour);
        assert_eq!(read.windows.len(), 2);
    }

    #[test]
    fn a_reset_in_the_past_is_now_and_without_the_servers_clock_it_is_unknown() {
        let past = ("x-ratelimit-reset", "1785711600");
        let reset = |pairs: &[_]| RateHeaders::read(&headers(pairs)).unnamed.unwrap().reset_in;
        assert_eq!(reset(&[("x-ratelimit-remaining", "1"), past, NOW]), Some(Duration::ZERO));
        assert_eq!(reset(&[("x-ratelimit-remaining", "1"), past]), None);
    }

    #[test]
    fn nonsense_is_passed_over() {
        let read = RateHeaders::read(&headers(&[("x-ratelimit-remaining", "many"), ("date", "today")]));
        assert_eq!(read, RateHeaders::default());
    }

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let after = |text| retry_after(&headers(&[("retry-after", text), NOW]));
        assert_eq!(after("7"), Some(Duration::from_secs(7)));
        assert_eq!(after("Sun, 02 Aug 2026 23:01:00 GMT"), Some(Duration::from_secs(52)));
        assert_eq!((after("-1"), after("soon"), after("NaN"), after("1e300")), (None, None, None, None));
    }
}
