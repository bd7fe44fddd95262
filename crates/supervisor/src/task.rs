//! The one place where tasks are spawned. Work either belongs to an actor and ends with it ([`Tasks`]), or owns all
//! it needs and is never cut short ([`detached`]); nothing runs outside these two.
//!
//! A handler never waits: slow work goes into a task that reports back with a message. A panic in such a task would
//! leave its actor waiting for ever, so, as with a linked process in OTP, it ends the actor, and the supervisor decides.

mod detached;

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use ractor::{ActorRef, Message};
use tokio::task::{AbortHandle, JoinHandle};
use tracing::Instrument;

use crate::context::ChildContext;
use crate::lease::Leased;
use detached::Counted;
pub(crate) use detached::detached_done;
pub use detached::{Detached, detached};

/// Starts work for one incarnation of an actor; from [`ChildContext::tasks`]. Messages sent through it reach this
/// incarnation or nobody, and are counted in its mailbox depth. `name`s are for the log.
#[derive(Debug)]
pub struct Tasks<M> {
    context: ChildContext,
    myself: ActorRef<M>,
}

// Derived, this would ask for messages that can be cloned.
impl<M> Clone for Tasks<M> {
    fn clone(&self) -> Self {
        Self { context: self.context.clone(), myself: self.myself.clone() }
    }
}

impl<M: Message> Tasks<M> {
    pub(crate) fn new(context: ChildContext, myself: ActorRef<M>) -> Self {
        Self { context, myself }
    }

    /// Runs `work` until it is done or the actor has ended (its `post_stop` included).
    pub fn spawn(&self, name: &'static str, work: impl Future<Output = ()> + Send + 'static) -> Task {
        let (context, myself) = (self.context.clone(), self.myself.get_cell());
        let span = tracing::info_span!(parent: None, "task", name, actor = %context.id);
        let guarded = async move {
            tokio::select! {
                biased;
                _ = myself.wait(None) => {}
                outcome = caught(name, work) => {
                    if let Err(failure) = outcome {
                        context.incarnation.kill(&myself, failure.to_string());
                    }
                }
            }
        };
        let leased = Leased::new(guarded.instrument(span), self.context.lease.upgrade());
        Task { abort: spawn(leased).abort_handle() }
    }

    /// As [`Tasks::spawn`], and sends the actor the message that `report` makes of the result.
    pub fn spawn_reporting<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl Future<Output = T> + Send + 'static,
        report: impl FnOnce(T) -> M + Send + 'static,
    ) -> Task {
        let (context, myself) = (self.context.clone(), self.myself.get_cell());
        self.spawn(name, async move {
            let message = report(work.await);
            // A refusal means that the actor has ended meanwhile: nobody waits for the report any more.
            let _ = context.incarnation.send(&myself, message);
        })
    }

    /// Sends the actor `message` after `delay`, unless the actor has ended or the task was cancelled by then.
    ///
    /// A message that is in the mailbox already cannot be cancelled: where that matters, let it carry a number.
    pub fn send_after(&self, delay: Duration, message: M) -> Task {
        self.spawn_reporting("timer", tokio::time::sleep(delay), move |()| message)
    }

    /// As [`Tasks::spawn_reporting`], for work that a stop or a kill of the actor must not cut short. The report is
    /// lost if this incarnation has ended by then, so whatever must be known later has to be recorded by `work`.
    pub fn detach_reporting<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl Future<Output = T> + Send + 'static,
        report: impl FnOnce(T) -> M + Send + 'static,
    ) {
        let (context, myself) = (self.context.clone(), self.myself.get_cell());
        let counted = Counted::new(&context.directory);
        let span = tracing::info_span!(parent: None, "task", name, actor = %context.id);
        let whole = async move {
            let _counted = counted;
            match caught(name, async { report(work.await) }).await {
                // As above: a refusal means that nobody waits any more.
                Ok(message) => drop(context.incarnation.send(&myself, message)),
                Err(failure) => context.incarnation.kill(&myself, failure.to_string()),
            }
        };
        drop(spawn(whole.instrument(span)));
    }
}

/// Work that belongs to an actor. Dropping this leaves it running.
#[derive(Clone, Debug)]
pub struct Task {
    abort: AbortHandle,
}

impl Task {
    /// Drops the work where it stands.
    pub fn cancel(&self) {
        self.abort.abort();
    }

    /// Whether it is done, cancelled, or ended with its actor.
    pub fn is_finished(&self) -> bool {
        self.abort.is_finished()
    }
}

/// A task that panicked, or that the end of the runtime cut short.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("task `{name}` failed: {reason}")]
pub struct TaskFailed {
    /// The task's name.
    pub name: &'static str,
    /// The text of its panic.
    pub reason: String,
}

async fn caught<T>(name: &'static str, work: impl Future<Output = T>) -> Result<T, TaskFailed> {
    AssertUnwindSafe(work).catch_unwind().await.map_err(|panic| {
        let reason = panic_text(panic.as_ref());
        tracing::error!(task = name, reason, "a task panicked");
        TaskFailed { name, reason }
    })
}

/// The words of a panic.
pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without words").to_owned()
}

/// Work of the tree itself, which ends with the tree.
pub(crate) fn outside(work: impl Future<Output = ()> + Send + 'static) {
    drop(spawn(work));
}

#[expect(clippy::disallowed_methods, reason = "the one place where tasks are spawned")]
fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    tokio::spawn(work)
}
