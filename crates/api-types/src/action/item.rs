//! Use, delete, and claiming a pending item (RULES §8, §9). Use and delete send a `SimpleItem`, claim has no body.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown, PendingItem, SimpleItem};

/// Reply to `use`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = UseItemSchema)]
pub struct UseItemData<Item> {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The item that was used.
    pub item: Item,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `delete`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DeleteItemSchema)]
pub struct DeleteItemData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What was destroyed.
    pub item: SimpleItem,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `claim_item/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ClaimPendingItemDataSchema)]
pub struct ClaimPendingItemData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What was claimed.
    pub item: PendingItem,
    /// The character afterwards.
    pub character: Character,
}
