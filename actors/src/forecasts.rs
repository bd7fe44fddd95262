//! Where forecasts are reckoned: on threads beside the actors, so that nobody is held up by one. What people ask has a turn
//! of its own, so that they never wait for the forecasts of runs that have begun.

use std::sync::Arc;

use game::Milestone;
use planner::{Mind, Start};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinError,
};

/// So many plays are behind each number: luck evens out within the hours of each.
pub(crate) const PLAYS: u32 = 3;

/// Whose turn it is to have a forecast reckoned. Clones are the same.
#[derive(Clone)]
pub struct Forecasts {
    asked: Turn,
    of_runs: Option<Turn>,
}

impl Forecasts {
    /// What people ask for and what runs are compared with, one of each at a time.
    #[must_use]
    pub fn all() -> Self {
        Self { of_runs: Some(Turn::default()), ..Self::asked_only() }
    }

    /// What people ask for alone: runs have no forecast, as in a simulation that has other things to show.
    #[must_use]
    pub fn asked_only() -> Self {
        Self { asked: Turn::default(), of_runs: None }
    }

    /// The turn of what a person waits for.
    pub(crate) fn asked(&self) -> &Turn {
        &self.asked
    }

    /// What a run that begins is expected to bring by when; nothing where runs have no forecast.
    pub(crate) fn of_run(
        &self,
        mind: Mind,
        start: Start,
    ) -> Option<impl Future<Output = Result<Vec<Milestone>, JoinError>> + Send + use<>> {
        let turn = self.of_runs.clone()?;
        Some(async move { turn.reckon(move || planner::milestones(&mind, &start, PLAYS)).await })
    }
}

/// A turn that only one has at a time.
#[derive(Clone)]
pub(crate) struct Turn(Arc<Semaphore>);

impl Default for Turn {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(1)))
    }
}

impl Turn {
    /// Waits for the turn, which lasts as long as the permit is kept.
    pub(crate) async fn take(&self) -> OwnedSemaphorePermit {
        Arc::clone(&self.0).acquire_owned().await.expect("nobody closes the semaphore")
    }

    /// Does `work` on a thread of its own when it has its turn.
    ///
    /// # Errors
    /// The panic that `work` has ended with.
    pub(crate) async fn reckon<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, JoinError> {
        let turn = self.take().await;
        let reckoned = tokio::task::spawn_blocking(move || {
            // Kept to the end, also when nobody waits for the answer any more.
            let _turn = turn;
            work()
        });
        reckoned.await
    }
}
