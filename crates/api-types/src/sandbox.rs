//! What only a sandbox server offers (RULES §13): gifts, teleports and a reset, for trying things out.
//!
//! `give_gold` sends a `GiveGoldRequest`, `spawn_event` a `SpawnEventRequest`, `reset_account` nothing. Gifts have a
//! cooldown, teleport and `clear_cooldown` have none.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::open_enum::open_enum;
use crate::{Character, Cooldown, SimpleItem};

/// Body of `POST /sandbox/give_item`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxGiveItemSchema)]
pub struct SandboxGiveItemRequest {
    /// The item's code.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub code: String,
    /// How many.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// Name of the receiver.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub character: String,
}

/// Body of `POST /sandbox/give_xp`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxGiveXPSchema)]
pub struct SandboxGiveXpRequest {
    /// XP in what.
    #[serde(rename = "type")]
    pub kind: XpType,
    /// How much.
    #[schema(minimum = 1, maximum = 100_000)]
    pub amount: i64,
    /// Name of the receiver.
    pub character: String,
}

open_enum! {
    /// Combat or a skill.
    XpType as "XPType" {
        Combat = "combat",
        Weaponcrafting = "weaponcrafting",
        Gearcrafting = "gearcrafting",
        Jewelrycrafting = "jewelrycrafting",
        Cooking = "cooking",
        Woodcutting = "woodcutting",
        Mining = "mining",
        Alchemy = "alchemy",
        Fishing = "fishing",
    }
}

/// Body of `POST /sandbox/clear_cooldown`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxCharacterActionSchema)]
pub struct SandboxClearCooldownRequest {
    /// Name of the character.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub character: String,
}

/// Body of `POST /sandbox/teleport`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxTeleportSchema)]
pub struct SandboxTeleportRequest {
    /// Name of the character.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub character: String,
    /// Id of the tile to go to.
    #[schema(minimum = 1)]
    pub map_id: u32,
}

/// Reply to `POST /sandbox/give_gold`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxGiveGoldDataSchema)]
pub struct SandboxGiveGoldData {
    /// What it cost the receiver.
    pub cooldown: Cooldown,
    /// Gold given.
    pub quantity: i64,
    /// The receiver afterwards.
    pub character: Character,
}

/// Reply to `POST /sandbox/give_item`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxGiveItemDataSchema)]
pub struct SandboxGiveItemData {
    /// What it cost the receiver.
    pub cooldown: Cooldown,
    /// What was given.
    pub item: SimpleItem,
    /// The receiver afterwards.
    pub character: Character,
}

/// Reply to `POST /sandbox/give_xp`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxGiveXPDataSchema)]
pub struct SandboxGiveXpData {
    /// What it cost the receiver.
    pub cooldown: Cooldown,
    /// XP in what.
    #[serde(rename = "type")]
    pub kind: XpType,
    /// How much.
    pub amount: i64,
    /// The receiver afterwards.
    pub character: Character,
}

/// Reply to `POST /sandbox/clear_cooldown`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxSchema)]
pub struct SandboxClearCooldownData {
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `POST /sandbox/teleport`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SandboxTeleportDataSchema)]
pub struct SandboxTeleportData<Map> {
    /// The tile where the character is now.
    pub destination: Map,
    /// The character afterwards.
    pub character: Character,
}
