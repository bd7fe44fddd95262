//! Badges and skins: what accounts collect and characters wear, without any effect on the game (RULES §2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An entry of `GET /badges`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BadgeSchema)]
pub struct Badge {
    /// The badge's code.
    pub code: String,
    /// Season that it belongs to.
    pub season: Option<u32>,
    /// What it is for, for people.
    pub description: String,
}

/// An entry of `GET /skins`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SkinSchema)]
pub struct Skin {
    /// The skin's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// What it looks like and how to get it, for people.
    pub description: String,
    /// Whether every account has it.
    pub default: bool,
    /// Price in gems; `None` when it is not for sale.
    pub price: Option<u32>,
}
