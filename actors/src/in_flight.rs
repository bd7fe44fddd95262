//! Whose actions are on their way in this process.
//!
//! An action's task outlives the fall of its character. The next incarnation must know whether to wait for that task
//! or to resolve an intent that it finds open by evidence.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use game::CharacterName;

/// Between two looks: an action takes some ten milliseconds, and nobody waits for one but a start and a stop.
const POLL: Duration = Duration::from_millis(20);

/// The characters whose actions' tasks are alive; each has one at a time.
#[derive(Debug, Clone, Default)]
pub struct InFlight(Arc<Mutex<BTreeSet<CharacterName>>>);

impl InFlight {
    /// Marks a character until the returned guard is dropped. Made before the task is spawned, so that there is no
    /// moment at which the task is there and the mark is not.
    #[must_use]
    pub fn mark(&self, name: &CharacterName) -> Mark {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        Mark { all: self.clone(), name: name.clone() }
    }

    /// Waits until no task of this character is alive.
    pub async fn ended(&self, name: &CharacterName) {
        while self.contains(name) {
            tokio::time::sleep(POLL).await;
        }
    }

    fn contains(&self, name: &CharacterName) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(name)
    }
}

/// Keeps a character marked.
#[derive(Debug)]
pub struct Mark {
    all: InFlight,
    name: CharacterName,
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}
