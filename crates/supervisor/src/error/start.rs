//! How a tree or a supervisor may fail: at its start, or for good.

use std::time::Duration;

use crate::policy::ChildId;

/// A tree or a supervisor that did not come up. What had been started was stopped again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// This child did not start.
    #[error("child `{id}` of supervisor `{supervisor}` did not start: {reason}")]
    Child {
        /// The supervisor whose child it is.
        supervisor: ChildId,
        /// The child.
        id: ChildId,
        /// Its error with all its causes.
        reason: String,
    },
    /// The supervisor could not learn which children to start with.
    #[error("supervisor `{supervisor}` could not be refilled: {reason}")]
    Refill {
        /// The supervisor.
        supervisor: ChildId,
        /// The error of its refill function with all its causes.
        reason: String,
    },
    /// Ids are unique in the whole tree.
    #[error("supervisor `{supervisor}` has a child `{id}`, but another node of the tree has this id")]
    DuplicateId {
        /// The supervisor that was to start it.
        supervisor: ChildId,
        /// The id that is used twice.
        id: ChildId,
    },
    /// A child that had started fell too often while its later siblings were still being started.
    #[error(transparent)]
    GaveUp(#[from] Escalated),
    /// It was asked to shut down, or was killed, before it was up.
    #[error("supervisor `{supervisor}` was stopped before it was up")]
    Interrupted {
        /// The supervisor.
        supervisor: ChildId,
    },
}

/// A supervisor came to an end that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Escalated {
    /// Its children fell more often than it may restart them. All of them were stopped, in order.
    #[error(
        "supervisor `{supervisor}` gave up: more than {intensity} restarts within {period:?}; \
         last, child `{child}` ended: {reason}"
    )]
    GaveUp {
        /// Who gave up.
        supervisor: ChildId,
        /// The child whose end was one too many.
        child: ChildId,
        /// Why that child ended, with all causes.
        reason: String,
        /// How many restarts were allowed.
        intensity: u32,
        /// Within which time.
        period: Duration,
    },
    /// The supervisor itself was killed, or panicked; its children were killed with it.
    #[error("supervisor `{supervisor}` was killed")]
    Killed {
        /// Who was killed.
        supervisor: ChildId,
    },
}
