//! What becomes of a history entry that this program cannot read: an error entry that carries its text along.

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::record::Record;

/// The error entry that stands for entry `number`. It is the same at every reading, so that it is recorded once.
pub(crate) fn unreadable(number: u64, bytes: &[u8], error: &serde_json::Error) -> Record {
    let text = String::from_utf8_lossy(bytes);
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|_| Value::String(text.into_owned()));
    let id = find_id(&value).unwrap_or_else(|| Uuid::from_u128(u128::from(number)));
    Record::Error {
        id,
        at: written_at(id).unwrap_or(Timestamp::UNIX_EPOCH),
        source: "journal".to_owned(),
        message: format!("history entry {number} cannot be read: {error}"),
        detail: json!({ "entry": value }),
    }
}

/// The entry's own id: its intent's, or the one it has itself.
fn find_id(entry: &Value) -> Option<Uuid> {
    let id = entry.pointer("/intent/id").or_else(|| entry.pointer("/id"))?;
    id.as_str()?.parse().ok()
}

/// The time inside a time-ordered id.
fn written_at(id: Uuid) -> Option<Timestamp> {
    let (seconds, nanoseconds) = id.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?).ok()
}
