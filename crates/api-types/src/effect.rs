//! `GET /effects`: the effects of items and monsters, in words. What an effect does is a rule, in `game`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::open_enum::open_enum;

/// An effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = EffectSchema)]
pub struct Effect {
    /// Name for people.
    pub name: String,
    /// The effect's code.
    pub code: String,
    /// What it does, for people.
    pub description: String,
    /// When it acts.
    #[serde(rename = "type")]
    pub kind: EffectType,
    /// What it acts on.
    pub subtype: EffectSubtype,
}

open_enum! {
    /// When an effect acts.
    EffectType {
        Equipment = "equipment",
        Consumable = "consumable",
        Combat = "combat",
    }
}

open_enum! {
    /// What an effect acts on.
    EffectSubtype {
        Stat = "stat",
        Other = "other",
        Heal = "heal",
        Buff = "buff",
        Debuff = "debuff",
        Special = "special",
        Gathering = "gathering",
        Teleport = "teleport",
        Gold = "gold",
    }
}
