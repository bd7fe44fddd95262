//! What can be gathered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::monster::Drop;
use crate::{ids::ResourceCode, skill::Skill};

/// A resource of the season: a vein, a tree, a fishing spot, a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ResourceSchema)]
pub struct Resource {
    /// Name for people.
    pub name: String,
    /// Unique code.
    pub code: ResourceCode,
    /// The skill that gathers it.
    #[schema(schema_with = Skill::gathering_schema)]
    pub skill: Skill,
    /// Level of the skill that is needed; decides xp and cooldown (RULES §4, §6).
    pub level: u32,
    /// What a gather may yield.
    pub drops: Vec<Drop>,
}
