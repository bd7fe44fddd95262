//! What the machine is told, and what it wants.

use std::time::Duration;

use super::ChildRules;
use crate::error::ChildError;
use crate::policy::{ChildId, NodeState};

/// The number of one start of one child; never used twice by a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(pub(super) u64);

/// The caller's number for a request, repeated in its reply.
pub type RequestId = u64;

/// How an incarnation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It stopped by itself, or as it was told; with the reason.
    Normal(String),
    /// It failed, panicked, was killed or cancelled; with the reason.
    Abnormal(String),
}

/// The two kinds of timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timer {
    /// The backoff is over.
    Restart,
    /// The time to stop is over.
    Kill,
}

/// What the machine is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A child is up.
    Started(Generation),
    /// A child did not come up, with the reason; also the answer to a start that was cancelled.
    StartFailed(Generation, String),
    /// A child has ended.
    Exited(Generation, Exit),
    /// A timer has fired.
    TimerFired(Generation, Timer),
    /// Add a child to the end of the list and start it.
    StartChild(RequestId, ChildRules),
    /// Stop a child; it stays in the list unless it is temporary.
    TerminateChild(RequestId, ChildId),
    /// Start a stopped child again.
    RestartChild(RequestId, ChildId),
    /// Take a stopped child off the list.
    DeleteChild(RequestId, ChildId),
    /// Stop all children in reverse start order, then finish.
    Shutdown,
}

/// What the machine wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Start a child; answer with [`Event::Started`] or [`Event::StartFailed`], once.
    Start(ChildId, Generation),
    /// Ask a child to stop; if it is still being started, cancel the start.
    Stop(ChildId, Generation),
    /// Kill a child, or cancel its start without mercy.
    Kill(ChildId, Generation),
    /// Send [`Event::TimerFired`] after this time.
    SetTimer(Generation, Timer, Duration),
    /// Answer a request.
    Reply(RequestId, Result<(), ChildError>),
    /// Show a child in a new state.
    Show(ChildId, NodeState),
    /// A child has left the list.
    Forget(ChildId),
    /// All children of the boot have been started.
    Ready,
    /// All children are down, and this is why; the last command ever.
    Finish(Outcome),
}

/// Why a machine came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was asked to.
    ShutDown,
    /// This child did not start at boot, for this reason.
    BootFailed(ChildId, String),
    /// Restarting this child, which ended for this reason, would have been one restart too many.
    GaveUp(ChildId, String),
}
