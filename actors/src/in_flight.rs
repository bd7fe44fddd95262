//! Which actions are on their way in this process.
//!
//! An action's task outlives the fall of its character. The next incarnation finds the intent open in the journal and
//! must know whether to wait for that task or to resolve the intent by evidence.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use uuid::Uuid;

/// Between two looks: an action takes some ten milliseconds, and nobody waits for one but a start and a stop.
const POLL: Duration = Duration::from_millis(20);

/// The ids of the intents whose tasks are alive.
#[derive(Debug, Clone, Default)]
pub struct InFlight(Arc<Mutex<HashSet<Uuid>>>);

impl InFlight {
    /// Marks an intent until the returned guard is dropped.
    #[must_use]
    pub fn mark(&self, id: Uuid) -> Mark {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        Mark { all: self.clone(), id }
    }

    /// Waits until the task of this intent has ended.
    pub async fn ended(&self, id: Uuid) {
        while self.contains(id) {
            tokio::time::sleep(POLL).await;
        }
    }

    /// Whether the task of this intent is alive.
    #[must_use]
    pub fn contains(&self, id: Uuid) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }
}

/// Keeps an intent marked.
#[derive(Debug)]
pub struct Mark {
    all: InFlight,
    id: Uuid,
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}
