//! What may come of a message to an actor.

use std::time::Duration;

use crate::policy::ChildId;

/// The actor with this id is not there at the moment: never started, between two incarnations, or stopped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("actor `{id}` is away")]
pub struct Away {
    /// Who is away.
    pub id: ChildId,
}

/// Why a call has no reply.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The message was not sent.
    #[error(transparent)]
    Away(#[from] Away),
    /// The actor did not reply in time. The message may still be handled later.
    #[error("actor `{id}` did not reply within {after:?}")]
    Timeout {
        /// Who was asked.
        id: ChildId,
        /// The time that was given.
        after: Duration,
    },
    /// The actor ended, or dropped the reply port, before it replied.
    #[error("actor `{id}` dropped the call without a reply")]
    Dropped {
        /// Who was asked.
        id: ChildId,
    },
}
