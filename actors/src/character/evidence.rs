//! Was it applied? The judgement on an action whose reply was lost, from the game's own log (DESIGN: lost replies).
//!
//! Pure. Only times of the game's server are compared with each other. Every applied action moves the character's
//! cooldown and leaves a log entry that names its end, and a character acts one action at a time: so an entry of the
//! right kind whose cooldown ends after the last one known before the intent is that intent's.

use std::time::Duration;

use api_client::calls::LogEntry;
use game::action::Repeat;
use journal::Intent;

/// How long a request may sit in the server and still be applied, after the program gave up on it, when doing it twice
/// only costs a cooldown: then the second of the two is refused.
const SETTLE: Duration = Duration::from_secs(3);
/// The same when doing it twice would do harm.
const SETTLE_LONG: Duration = Duration::from_secs(30);

/// The judgement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Verdict {
    /// It was applied, and this is its trace.
    Applied(LogEntry),
    /// There is no trace of it.
    NoTrace,
}

/// Judges by the newest entries of the character's log.
pub(super) fn judge(intent: &Intent, log: &[LogEntry]) -> Verdict {
    let before = intent.before.cooldown_expiration;
    log.iter()
        .filter(|entry| intent.action.is_logged_as(&entry.kind))
        .filter(|entry| entry.cooldown_expiration.is_some_and(|end| end > before))
        .min_by_key(|entry| entry.created_at)
        .map_or(Verdict::NoTrace, |entry| Verdict::Applied(entry.clone()))
}

/// How long after the intent was written the absence of a trace is proof that it was not applied.
pub(super) fn settle_time(repeat: Repeat) -> Duration {
    match repeat {
        Repeat::Harmless | Repeat::CostsTime => SETTLE,
        Repeat::Never => SETTLE_LONG,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use game::{Action, MapId};
    use jiff::Timestamp;
    use journal::Fingerprint;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn intent(action: Action, cooldown_ended: i64) -> Intent {
        Intent {
            id: uuid::Uuid::nil(),
            account: "demo".parse().unwrap(),
            character: "Ana".parse().unwrap(),
            run: None,
            action,
            why: serde_json::Value::Null,
            before: Fingerprint {
                cooldown_expiration: at(cooldown_ended),
                map_id: MapId(1),
                hp: 1,
                gold: 0,
                xp: 0,
                inventory: BTreeMap::new(),
            },
            written_at: at(0),
        }
    }

    fn entry(kind: &str, created: i64, cooldown_ends: i64) -> LogEntry {
        LogEntry {
            kind: kind.to_owned(),
            description: String::new(),
            content: serde_json::Value::Null,
            cooldown_expiration: Some(at(cooldown_ends)),
            created_at: at(created),
        }
    }

    #[test]
    fn an_entry_of_its_kind_after_the_last_known_cooldown_is_its_trace() {
        let log = [entry("gathering", 100, 130), entry("gathering", 60, 90)];
        assert_eq!(judge(&intent(Action::Gathering, 90), &log), Verdict::Applied(log[0].clone()));
    }

    #[test]
    fn entries_known_before_and_entries_of_another_kind_are_no_trace() {
        let log = [entry("rest", 100, 130), entry("gathering", 60, 90)];
        assert_eq!(judge(&intent(Action::Gathering, 90), &log), Verdict::NoTrace);
    }

    #[test]
    fn of_several_later_entries_the_first_is_its_own() {
        let log = [entry("gathering", 140, 170), entry("gathering", 100, 130)];
        assert_eq!(judge(&intent(Action::Gathering, 90), &log), Verdict::Applied(log[1].clone()));
    }
}
