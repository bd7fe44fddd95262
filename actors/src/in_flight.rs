//! Which actions are on their way in this process.
//!
//! An action's task outlives the fall of its character. The next incarnation finds the intent open in the journal and
//! must know whether to wait for that task or to resolve the intent by evidence.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;

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
