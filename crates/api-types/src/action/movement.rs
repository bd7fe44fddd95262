//! Move, transition and rest (RULES §4, §5).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown};

/// Body of `move`: either the tile's id, or its place on the character's own layer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DestinationSchema)]
pub struct MoveRequest {
    /// Column on the layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<i32>,
    /// Row on the layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y: Option<i32>,
    /// Id of the tile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map_id: Option<u32>,
}

impl MoveRequest {
    /// To the tile with this id.
    pub fn to_map(map_id: u32) -> Self {
        Self { map_id: Some(map_id), ..Self::default() }
    }

    /// To this place on the character's own layer.
    pub fn to_position(x: i32, y: i32) -> Self {
        Self { x: Some(x), y: Some(y), map_id: None }
    }
}

/// Reply to `move`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterMovementDataSchema)]
pub struct MovementData<Map> {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The tile where the character is now.
    pub destination: Map,
    /// The tiles walked over, each as column and row.
    pub path: Vec<[i32; 2]>,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `transition`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterTransitionDataSchema)]
pub struct TransitionData<Map, Transition> {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The tile where the character is now.
    pub destination: Map,
    /// The way it took.
    pub transition: Transition,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `rest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterRestDataSchema)]
pub struct RestData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// Hit points that came back.
    pub hp_restored: i64,
    /// The character afterwards.
    pub character: Character,
}
