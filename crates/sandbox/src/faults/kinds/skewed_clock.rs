//! A server whose clock is wrong: all its times are off, and when it is behind, it refuses with 499 who comes in time.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use game::{CharacterName, Refusal};
use http::header;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    faults::{dice::Dice, rest::Rest, span::Span},
    rates::layer::http_date,
    request::ApiError,
};

/// Longest body whose times are moved: the longest is the list of all maps.
const MOST_BYTES: usize = 64 << 20;

/// The clock is off for the requests that meet it; for others it is right, as when one of several servers is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SkewedClock {
    /// How far the clock is ahead, in milliseconds; below nothing it is behind.
    pub(crate) ms: Span,
}

impl SkewedClock {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest, mut dice: Dice) -> Response {
        let skew = SignedDuration::from_millis(self.ms.draw(&mut dice));
        if let Some(left) = still_in_cooldown(request.uri().path(), &rest, skew) {
            return ApiError::from(Refusal::cooldown(left)).into_response();
        }
        let now = rest.sandbox.now();
        let (mut parts, body) = rest.run(request).await.into_parts();
        let Ok(body) = to_bytes(body, MOST_BYTES).await else { return parts.status.into_response() };
        parts.headers.insert(header::DATE, http_date(now.saturating_add(skew).unwrap_or(now)));
        Response::from_parts(parts, Body::from(moved(body.into(), skew)))
    }
}

/// The seconds of cooldown that the acting character has left by the wrong clock, though by the right one it has none.
fn still_in_cooldown(path: &str, rest: &Rest, skew: SignedDuration) -> Option<f64> {
    let (name, _) = path.strip_prefix("/my/")?.split_once("/action/")?;
    let name: CharacterName = name.parse().ok()?;
    let (sandbox, now) = (&rest.sandbox, rest.sandbox.now());
    let realm = sandbox.realm();
    let own = realm.world.character(&name).filter(|own| Some(&own.account) == rest.account.as_ref())?;
    let free_at = sandbox.timescale().real_at(own.cooldown_expiration);
    let left = free_at.duration_since(now) - skew;
    (free_at <= now && left.is_positive()).then(|| left.as_secs_f64())
}

/// Length of `2026-08-02T23:00:08.070Z`, the form of every time that the sandbox sends.
const TIME: usize = 24;

/// The same JSON with all its times moved. Their length stays, and so does everything else.
fn moved(mut json: Vec<u8>, skew: SignedDuration) -> Vec<u8> {
    let mut at = 0;
    while let Some(found) = json[at..].iter().position(|byte| *byte == b'"') {
        let start = at + found + 1;
        let end = start + TIME;
        let closed = json.get(end) == Some(&b'"');
        let time = json.get(start..end).filter(|_| closed).and_then(|text| std::str::from_utf8(text).ok());
        let time = time.filter(|text| text.ends_with('Z')).and_then(|text| text.parse::<Timestamp>().ok());
        if let Some(time) = time.and_then(|time| time.checked_add(skew).ok()) {
            json[start..end].copy_from_slice(api_types::Timestamp(time).to_string().as_bytes());
        }
        at = start;
    }
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_is_moved_and_nothing_else() {
        let json =
            r#"{"a":"2026-08-02T23:59:58.070Z","b":["2026-08-02T23:00:08Z","x","2026-08-02T00:00:00.000Z"]}"#;
        let skew = SignedDuration::from_millis(2_500);
        assert_eq!(
            String::from_utf8(moved(json.into(), skew)).unwrap(),
            r#"{"a":"2026-08-03T00:00:00.570Z","b":["2026-08-02T23:00:08Z","x","2026-08-02T00:00:02.500Z"]}"#
        );
    }

    #[test]
    fn text_that_ends_in_the_middle_of_a_time_is_left_alone() {
        for json in ["", "\"", "\"2026-08-02T23:59:58.07", "\"2026-08-02T23:59:58.070Z"] {
            assert_eq!(moved(json.into(), SignedDuration::from_secs(1)), json.as_bytes());
        }
    }
}
