//! Tasks: so many completed, by everybody together, whatever they are about (RULES §11).

use game::TASKS_COMPLETED;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    who::{Names, Who},
};

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "Tasks from the masters, completed by everybody who is free: those that are completed for the goal count.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Tasks {
    /// How many are to be completed, by all of them together.
    #[schemars(range(min = 1, max = 10_000))]
    tasks: u32,
    /// Only these characters do them; nobody named means all.
    names: Names,
}

impl Default for Tasks {
    fn default() -> Self {
        Self { tasks: 5, names: Names::default() }
    }
}

impl Kind for Tasks {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let tasks = if self.tasks == 1 { "a task".to_owned() } else { format!("{} tasks", self.tasks) };
        format!("{tasks} completed by {}", self.names.words(Who::Everyone))
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let done = desk.won(TASKS_COMPLETED).min(self.tasks);
        if done < self.tasks {
            desk.share_out(self.tasks - done, |tasks| Work::Tasks { tasks });
        }
        Progress { done: f64::from(done), wanted: f64::from(self.tasks) }
    }
}
