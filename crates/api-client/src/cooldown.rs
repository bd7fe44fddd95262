//! How long a 499 says to wait (RULES §4): in its data, else in the words of its message, else the shortest cooldown.

use std::time::Duration;

use api_types::ErrorDetail;

/// The shortest cooldown of the game, and what its official client waits when a 499 gives no number.
const UNKNOWN: Duration = Duration::from_secs(3);

/// Longer than any cooldown; a larger number is an error of the server and must not park a character.
const LONGEST: Duration = Duration::from_secs(86_400);

pub(crate) fn remaining(error: &ErrorDetail) -> Duration {
    let told = error.data.as_ref().and_then(|data| data.get("remaining_seconds")?.as_f64());
    told.or_else(|| in_words(&error.message))
        .and_then(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).ok())
        .filter(|remaining| *remaining <= LONGEST)
        .unwrap_or(UNKNOWN)
}

/// The number before the word "seconds": "…: 4.32 seconds remaining.", "…: 5 seconds left".
fn in_words(message: &str) -> Option<f64> {
    let words: Vec<_> = message.split_whitespace().collect();
    let pair =
        words.windows(2).find(|pair| pair[1].starts_with("second") && pair[0].parse::<f64>().is_ok())?;
    pair[0].parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    fn check(message: &str, data: Option<Value>, expected_ms: u64) {
        let error = ErrorDetail { code: 499, message: message.into(), data };
        assert_eq!(remaining(&error), Duration::from_millis(expected_ms));
    }

    #[test]
    fn the_data_of_a_499_counts_before_its_words() {
        check("in cooldown: 9.99 seconds remaining.", Some(json!({"remaining_seconds": 4.32})), 4_320);
        check("in cooldown: 9.99 seconds remaining.", Some(json!({"remaining_seconds": null})), 9_990);
    }

    #[test]
    fn the_words_of_every_season_are_understood() {
        check("The character is in cooldown: 4.32 seconds remaining.", None, 4_320);
        check("Character in cooldown: 5 seconds left", None, 5_000);
        check("1 second remaining.", Some(json!({})), 1_000);
    }

    #[test]
    fn without_a_sensible_number_the_shortest_cooldown_is_waited() {
        check("Character in cooldown.", None, 3_000);
        check("some seconds remaining", None, 3_000);
        check("", Some(json!({"remaining_seconds": 1e18})), 3_000);
        check("", Some(json!({"remaining_seconds": -2})), 0);
    }
}
