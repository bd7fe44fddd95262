//! An amount of an item, as it appears in every list of items. What an item is belongs to the static data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An item's code and how many of it.
///
/// The spec has this pair under several names (drops, reward items, what is traded for a task, what is bought from an
/// NPC); they are one type here, because they are one thing on the wire.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(as = SimpleItemSchema)]
pub struct SimpleItem {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// How many.
    #[schema(minimum = 1)]
    pub quantity: u32,
}

impl SimpleItem {
    /// So many of this item.
    pub fn new(code: impl Into<String>, quantity: u32) -> Self {
        Self { code: code.into(), quantity }
    }
}
