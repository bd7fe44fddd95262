//! The lists that no rule of the world reads yet: kept as raw JSON, served as they are.

use serde_json::Value;

use super::{Files, WorldError, rows};

/// Lists of a season beside the four that make a world; each is empty when its file is absent.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// `npcs.json`
    pub(crate) npcs: Vec<Value>,
    /// `npc_items.json`
    pub(crate) npc_items: Vec<Value>,
    /// `effects.json`
    pub(crate) effects: Vec<Value>,
    /// `tasks.json`
    pub(crate) tasks: Vec<Value>,
    /// `tasks_rewards.json`
    pub(crate) tasks_rewards: Vec<Value>,
    /// `events.json`
    pub(crate) events: Vec<Value>,
    /// `achievements.json`
    pub(crate) achievements: Vec<Value>,
    /// `raids.json`
    pub(crate) raids: Vec<Value>,
}

impl Tables {
    /// Reads those that are there.
    pub(crate) fn load(files: &Files) -> Result<Self, WorldError> {
        Ok(Self {
            npcs: rows::optional(files, "npcs.json")?,
            npc_items: rows::optional(files, "npc_items.json")?,
            effects: rows::optional(files, "effects.json")?,
            tasks: rows::optional(files, "tasks.json")?,
            tasks_rewards: rows::optional(files, "tasks_rewards.json")?,
            events: rows::optional(files, "events.json")?,
            achievements: rows::optional(files, "achievements.json")?,
            raids: rows::optional(files, "raids.json")?,
        })
    }
}
