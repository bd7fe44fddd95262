//! What the lists of raw rows share: their fields, and finding one row by its code.

use serde_json::Value;

use crate::request::{ApiError, Reply, data};

/// A text field; empty when it is absent or `null`.
pub(super) fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

/// The row with this code, or 404.
pub(super) fn find(rows: &[Value], code: &str, kind: &str) -> Reply<Value> {
    let row = rows.iter().find(|row| text(row, "code") == code);
    row.cloned().map(data).ok_or_else(|| ApiError::not_found(kind))
}
