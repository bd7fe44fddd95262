//! Giving gold and items to another character of the same account on the same tile (RULES §9).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown, SimpleItem};

/// Body of `give/gold`, and of the sandbox's `POST /sandbox/give_gold`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GiveGoldSchema)]
pub struct GiveGoldRequest {
    /// How much gold.
    #[schema(minimum = 1)]
    pub quantity: i64,
    /// Name of the receiver.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub character: String,
}

/// Reply to `give/gold`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GiveGoldDataSchema)]
pub struct GiveGoldData {
    /// What it cost the giver.
    pub cooldown: Cooldown,
    /// Gold given.
    pub quantity: i64,
    /// The receiver afterwards.
    pub receiver_character: Character,
    /// The giver afterwards.
    pub character: Character,
}

/// Body of `give/item`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GiveItemsSchema)]
pub struct GiveItemsRequest {
    /// What to give.
    #[schema(min_items = 1, max_items = 20)]
    pub items: Vec<SimpleItem>,
    /// Name of the receiver.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub character: String,
}

/// Reply to `give/item`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GiveItemDataSchema)]
pub struct GiveItemsData {
    /// What it cost the giver.
    pub cooldown: Cooldown,
    /// Items given.
    pub items: Vec<SimpleItem>,
    /// The receiver afterwards.
    pub receiver_character: Character,
    /// The giver afterwards.
    pub character: Character,
}
