//! Tasks of the tasks masters (RULES §11): new, trade, complete, exchange, cancel. Trade sends a `SimpleItem`, the others
//! have no body.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::open_enum::open_enum;
use crate::{Character, Cooldown, SimpleItem};

/// Reply to `task/new`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskDataSchema)]
pub struct TaskData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The task that was given.
    pub task: Task,
    /// The character afterwards.
    pub character: Character,
}

/// A task as given to a character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskSchema)]
pub struct Task {
    /// Code of the monster to kill or the item to bring.
    pub code: String,
    /// Which of the two.
    #[serde(rename = "type")]
    pub kind: TaskType,
    /// How many.
    pub total: u32,
    /// What completing it gives.
    pub rewards: Rewards,
}

open_enum! {
    /// What a task asks for.
    TaskType {
        /// To kill monsters.
        Monsters = "monsters",
        /// To bring items.
        Items = "items",
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

/// Reply to `task/complete` and `task/exchange`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RewardDataSchema)]
pub struct RewardData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What it gave.
    pub rewards: Rewards,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `task/trade`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskTradeDataSchema)]
pub struct TaskTradeData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What was handed over.
    pub trade: SimpleItem,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `task/cancel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskCancelledSchema)]
pub struct TaskCancelledData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The character afterwards.
    pub character: Character,
}
