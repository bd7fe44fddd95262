//! Creating and deleting characters (RULES §2), who is online, and what a member's character has done so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::MapLayer;
use crate::null::null_as_default;

/// Body of `POST /characters/create`; the reply is a `Data<Character>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AddCharacterSchema)]
pub struct CreateCharacterRequest {
    /// The name, unique on the server.
    #[schema(min_length = 3, max_length = 12, pattern = "^[a-zA-Z0-9_-]+$")]
    pub name: String,
    /// Code of a skin that the account owns.
    pub skin: String,
}

/// Body of `POST /characters/delete`; the reply is the deleted character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DeleteCharacterSchema)]
pub struct DeleteCharacterRequest {
    /// Its name.
    #[schema(min_length = 3, max_length = 12, pattern = "^[a-zA-Z0-9_-]+$")]
    pub name: String,
}

/// An entry of `GET /characters/active` and of the realtime `online_characters`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ActiveCharacterSchema)]
pub struct ActiveCharacter {
    /// Name.
    pub name: String,
    /// The owner's account name.
    pub account: String,
    /// Code of its skin.
    pub skin: String,
    /// Column on the layer.
    pub x: i32,
    /// Row on the layer.
    pub y: i32,
    /// Layer of the world.
    pub layer: MapLayer,
    /// Id of the tile it stands on.
    pub map_id: u32,
}

/// `GET /characters/{name}/stats`: lifetime counts by code, kept for characters of members only (RULES §11).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterStatsSchema)]
pub struct CharacterStats {
    /// Kills by monster.
    #[serde(default, deserialize_with = "null_as_default")]
    pub monsters_killed: BTreeMap<String, u32>,
    /// Gatherings by resource.
    #[serde(default, deserialize_with = "null_as_default")]
    pub resources_gathered: BTreeMap<String, u32>,
    /// Crafts by item.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items_crafted: BTreeMap<String, u32>,
    /// Actions by type.
    #[serde(default, deserialize_with = "null_as_default")]
    pub action_counts: BTreeMap<String, u32>,
    /// Fights lost.
    #[serde(default, deserialize_with = "null_as_default")]
    pub deaths: u32,
}
