//! What may be asked about goals, and the goals as they are kept.

use game::{AccountName, GoalStatus};
use journal::{Goal, JournalError};
use ractor::RpcReplyPort;
use serde_json::Value;
use uuid::Uuid;

use super::planning::{Look, LookError};
use crate::{board::GoalView, character::ControlError, clock::Clock};

/// What the coordinator is told about goals.
pub enum GoalMsg {
    /// The goals were read from the journal.
    Loaded(Result<Vec<Goal>, JournalError>),
    /// A person wants a goal, another one, or none.
    Wish(GoalWish, GoalAnswer),
    /// A change is durable, or the disk failed.
    Kept(Result<(), JournalError>),
    /// Time to look whether the plan still holds.
    Look,
    /// The company was looked at, and planned for if something has changed.
    Looked(Box<Result<Look, LookError>>),
    /// Characters were told what to do; what came of it where it was refused.
    Told(Vec<(String, ControlError)>),
}

/// Where the answer to a wish goes.
pub type GoalAnswer = RpcReplyPort<Result<GoalView, GoalError>>;

/// A person's wish.
#[derive(Debug, Clone)]
pub enum GoalWish {
    /// A new goal.
    Create(NewGoal),
    /// Another one in place of this.
    Change(Uuid, NewGoal),
    /// This one no more.
    Delete(Uuid),
}

/// What is wanted; it was checked before.
#[derive(Debug, Clone)]
pub struct NewGoal {
    /// Whose.
    pub account: AccountName,
    /// What is wanted.
    pub goal: planner::Goal,
    /// How urgent it is, 1 to 9: more comes first.
    pub priority: u32,
    /// Goals that must be reached before it.
    pub after: Vec<Uuid>,
}

/// Why a wish about goals was not granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// There is no such goal.
    #[error("there is no goal `{0}`")]
    Unknown(Uuid),
    /// It cannot wait for that one.
    #[error("`after`: there is no goal `{0}` that it could wait for")]
    NoSuchAfter(Uuid),
    /// Goals that wait for each other.
    #[error("`after`: it would wait for itself, through `{0}`")]
    Circle(Uuid),
    /// It does not know the goals yet.
    #[error("the goals are still being read; ask again in a moment")]
    NotReady,
    /// The disk.
    #[error("nothing was changed: the local disk does not take it; see the log")]
    NotKept,
}

impl NewGoal {
    /// In the place of another one. What that has reached counts as long as the same is wanted.
    pub(super) fn in_place_of(&self, old: &Goal, clock: Clock) -> Goal {
        let new =
            Goal { created_at: old.created_at, account: old.account.clone(), ..self.entry(old.id, clock) };
        if (&new.kind, &new.config) == (&old.kind, &old.config) {
            return Goal { memory: old.memory.clone(), changed_at: old.changed_at, ..new };
        }
        new
    }

    /// As it is kept.
    pub(crate) fn entry(&self, id: Uuid, clock: Clock) -> Goal {
        let now = clock.now();
        Goal {
            id,
            account: self.account.clone(),
            kind: self.goal.kind().to_owned(),
            config: self.goal.config().clone(),
            priority: self.priority,
            after: self.after.clone(),
            memory: Value::Null,
            status: GoalStatus::Open,
            created_at: now,
            changed_at: now,
            ended_at: None,
            updated_at: now,
        }
    }
}
