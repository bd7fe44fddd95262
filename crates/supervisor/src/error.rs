//! What can go wrong, from the point of view of the one who asked. Each type is one operation's answer.

use std::error::Error;
use std::fmt::Write as _;
use std::time::Duration;

use crate::policy::ChildId;

/// Any error that an actor, a `pre_start` or a refill may give.
pub type BoxError = Box<dyn Error + Send + Sync + 'static>;

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

/// The text of an error followed by those of its causes, each after a colon.
pub fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        // A transparent error repeats its cause; saying it once is enough.
        let inner_text = inner.to_string();
        if !text.ends_with(&inner_text) {
            let _ = write!(text, ": {inner_text}");
        }
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the order was not sent")]
    struct Outer(#[source] std::io::Error);

    #[test]
    fn a_chain_names_every_cause_once() {
        let error = Outer(std::io::Error::other("connection reset"));
        assert_eq!(chain(&error), "the order was not sent: connection reset");
    }

    #[test]
    fn a_transparent_cause_is_not_repeated() {
        let error = CallError::from(Away { id: "limiter".into() });
        assert_eq!(chain(&error), "actor `limiter` is away");
    }
}
