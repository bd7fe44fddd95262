//! The lists that no rule of the world reads: kept as raw JSON, served as they are.

use serde_json::Value;

use super::{Files, WorldError, rows};

/// Lists of a season that only are looked at; each is empty when its file is absent.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// `effects.json`
    pub(crate) effects: Vec<Value>,
    /// `events.json`
    pub(crate) events: Vec<Value>,
    /// `raids.json`
    pub(crate) raids: Vec<Value>,
}

impl Tables {
    /// Reads those that are there.
    pub(crate) fn load(files: &Files) -> Result<Self, WorldError> {
        Ok(Self {
            effects: rows::raw(files, "effects.json")?,
            events: rows::raw(files, "events.json")?,
            raids: rows::raw(files, "raids.json")?,
        })
    }
}
