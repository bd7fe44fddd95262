//! Equip and unequip (RULES §8). The bodies are arrays of 1 to 20 of these requests.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown, ItemSlot};

/// One entry in the body of `equip`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EquipSchema)]
pub struct EquipRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// Where to wear it.
    pub slot: ItemSlot,
    /// Pieces; more than one only of utilities.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 100, default = 1)]
    pub quantity: u32,
}

/// One entry in the body of `unequip`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = UnequipSchema)]
pub struct UnequipRequest {
    /// What to take off.
    pub slot: ItemSlot,
    /// Pieces; more than one only of utilities.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 100, default = 1)]
    pub quantity: u32,
}

fn one() -> u32 {
    1
}

/// Reply to `equip` and `unequip`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EquipmentTransactionSchema)]
pub struct EquipmentData<Item> {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What was put on or taken off.
    pub items: Vec<EquipmentItem<Item>>,
    /// The character afterwards.
    pub character: Character,
}

/// An item that was put on or taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EquipmentItemSchema)]
pub struct EquipmentItem<Item> {
    /// Where.
    pub slot: ItemSlot,
    /// What.
    pub item: Item,
}
