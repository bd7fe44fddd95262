//! The fighter of a simulation: a level and what it wears.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A character that exists for one simulation, healthy and with the base stats of its level.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FakeCharacterSchema)]
pub struct FakeCharacter {
    /// Combat level.
    #[schema(minimum = 1, maximum = 50)]
    pub level: u32,
    /// Item worn as weapon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weapon_slot: Option<String>,
    /// Item worn as rune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rune_slot: Option<String>,
    /// Item worn as shield.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shield_slot: Option<String>,
    /// Item worn as helmet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub helmet_slot: Option<String>,
    /// Item worn as body armor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_armor_slot: Option<String>,
    /// Item worn as leg armor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leg_armor_slot: Option<String>,
    /// Item worn as boots.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boots_slot: Option<String>,
    /// Item worn as ring1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring1_slot: Option<String>,
    /// Item worn as ring2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring2_slot: Option<String>,
    /// Item worn as amulet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amulet_slot: Option<String>,
    /// Item worn as artifact1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artifact1_slot: Option<String>,
    /// Item worn as artifact2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artifact2_slot: Option<String>,
    /// Item worn as artifact3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artifact3_slot: Option<String>,
    /// Item worn as utility1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utility1_slot: Option<String>,
    /// Pieces in that slot; the game assumes 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 100, default = 1)]
    pub utility1_slot_quantity: Option<u32>,
    /// Item worn as utility2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utility2_slot: Option<String>,
    /// Pieces in that slot; the game assumes 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 100, default = 1)]
    pub utility2_slot_quantity: Option<u32>,
}
