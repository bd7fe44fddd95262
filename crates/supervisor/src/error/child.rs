//! What a supervisor may answer to a request about a child.

use super::Away;
use crate::policy::ChildId;

/// Why a supervisor refused to start, terminate, restart or delete a child.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChildError {
    /// The supervisor itself is not there.
    #[error(transparent)]
    Away(#[from] Away),
    /// It has no such child.
    #[error("there is no child `{id}`")]
    NotFound {
        /// The child that was asked for.
        id: ChildId,
    },
    /// A child with this id is running already (or about to start or to stop).
    #[error("child `{id}` is running")]
    Running {
        /// The child.
        id: ChildId,
    },
    /// A child with this id is in the list, stopped: restart or delete it.
    #[error("child `{id}` is in the list already, stopped")]
    AlreadyPresent {
        /// The child.
        id: ChildId,
    },
    /// The child is waiting to be started again by the supervisor itself.
    #[error("child `{id}` is being restarted")]
    Restarting {
        /// The child.
        id: ChildId,
    },
    /// Another supervisor of the tree has a child of this id.
    #[error("id `{id}` is used by another node of the tree")]
    DuplicateId {
        /// The id.
        id: ChildId,
    },
    /// The child did not start.
    #[error("child `{id}` did not start: {reason}")]
    StartFailed {
        /// The child.
        id: ChildId,
        /// Its error with all its causes.
        reason: String,
    },
    /// Somebody terminated the child before it was up.
    #[error("child `{id}` was terminated before it was up")]
    Terminated {
        /// The child.
        id: ChildId,
    },
    /// The supervisor is stopping its children and takes no more requests.
    #[error("the supervisor is shutting down")]
    ShuttingDown,
}
