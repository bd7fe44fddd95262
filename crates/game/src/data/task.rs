//! Tasks that the masters give (RULES §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{inventory::SimpleItem, skill::Skill, words::words};

/// A task of the season, as the API's `TaskFullSchema`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskFullSchema)]
pub struct TaskFull {
    /// A monster's or an item's code.
    pub code: String,
    /// Level of a character that may get it.
    pub level: u32,
    /// What it asks for.
    #[serde(rename = "type")]
    pub kind: TaskType,
    /// Least that is asked for.
    pub min_quantity: u32,
    /// Most that is asked for.
    pub max_quantity: u32,
    /// The skill that gets the item; `None` for monsters.
    #[schema(value_type = Option<String>)]
    pub skill: Option<Skill>,
    /// What completing it gives.
    pub rewards: Rewards,
}

/// What a task asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskType {
    /// To win against monsters.
    Monsters,
    /// To hand over items.
    Items,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    TaskType as "TaskType":
        "monsters", "items"
}

impl TaskType {
    /// The type as the API spells it, which is the code of the content on the tile of its master.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Monsters => "monsters",
            Self::Items => "items",
            Self::Other(word) => word,
        }
    }
}

/// Gold and items given for a task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RewardsSchema)]
pub struct Rewards {
    /// Items.
    pub items: Vec<SimpleItem>,
    /// Gold.
    pub gold: i64,
}
