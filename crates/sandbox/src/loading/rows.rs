//! One file of a world: a JSON array, read row by row so that an error names its row and field.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Files, WorldError};

/// The rows of a file that a world cannot do without.
pub(super) fn required<T: DeserializeOwned>(files: &Files, name: &str) -> Result<Vec<T>, WorldError> {
    let rows = read(files, name)?.ok_or_else(|| WorldError::MissingFile { path: files.path(name) })?;
    rows.into_iter().enumerate().map(|(index, row)| typed(files, name, index, row)).collect()
}

/// The rows of a file that a world can do without; none when there is no such file.
pub(super) fn optional<T: DeserializeOwned>(files: &Files, name: &str) -> Result<Vec<T>, WorldError> {
    let rows = read(files, name)?.unwrap_or_default();
    rows.into_iter().enumerate().map(|(index, row)| typed(files, name, index, row)).collect()
}

fn read(files: &Files, name: &str) -> Result<Option<Vec<Value>>, WorldError> {
    let Some(text) = files.text(name)? else { return Ok(None) };
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|error| WorldError::Malformed { path: files.path(name), reason: error.to_string() })
}

fn typed<T: DeserializeOwned>(files: &Files, name: &str, index: usize, row: Value) -> Result<T, WorldError> {
    let key = row.get("code").or_else(|| row.get("map_id")).map(|key| format!(" ({key})"));
    serde_path_to_error::deserialize(row).map_err(|error| WorldError::Row {
        path: files.path(name),
        row: index + 1,
        name: key.unwrap_or_default(),
        field: match error.path().to_string().as_str() {
            "." => "the row itself".to_owned(),
            field => format!("field {field}"),
        },
        reason: error.into_inner().to_string(),
    })
}
