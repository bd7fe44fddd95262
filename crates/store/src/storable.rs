//! Text and JSON as PostgreSQL can store them: it knows no character U+0000, neither in `text` nor in `jsonb`, and would
//! refuse a whole batch for one. Messages of strangers' servers may hold anything, so it is replaced by U+FFFD.

use serde_json::Value;

/// The text without U+0000.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The value without U+0000 in any of its texts and keys.
pub(crate) fn json(value: &Value) -> Value {
    match value {
        Value::String(string) => Value::String(text(string)),
        Value::Array(values) => Value::Array(values.iter().map(json).collect()),
        Value::Object(entries) => {
            Value::Object(entries.iter().map(|(key, value)| (text(key), json(value))).collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_null_character_is_replaced_everywhere() {
        let value = serde_json::json!({ "a\0": ["b\0", 1, { "c": "\0" }] });
        let clean = serde_json::json!({ "a\u{fffd}": ["b\u{fffd}", 1, { "c": "\u{fffd}" }] });
        assert_eq!(json(&value), clean);
        assert_eq!(text("x\0y"), "x\u{fffd}y");
    }
}
