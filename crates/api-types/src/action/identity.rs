//! Changing a character's skin and name (RULES §2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown};

/// Body of `change_skin`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangeSkinCharacterSchema)]
pub struct ChangeSkinRequest {
    /// Code of a skin that the account owns.
    pub skin: String,
}

/// Reply to `change_skin`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangeSkinCharacterDataSchema)]
pub struct ChangeSkinData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// Code of the new skin.
    pub skin: String,
    /// The character afterwards.
    pub character: Character,
}

/// Body of `rename`; members only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RenameCharacterSchema)]
pub struct RenameRequest {
    /// The new name, unique on the server.
    #[schema(min_length = 3, max_length = 12, pattern = "^[a-zA-Z0-9_-]+$")]
    pub name: String,
}

/// Reply to `rename`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RenameCharacterDataSchema)]
pub struct RenameData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The name before.
    pub old_name: String,
    /// The name now.
    pub new_name: String,
    /// The character afterwards.
    pub character: Character,
}
