//! One life of an actor: from one start to the next. Shared by the directory, the actor's adapter and its tasks.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use ractor::{ActorCell, ActorStatus, Message, MessagingErr};

/// What is known of one life of an actor while it lasts.
#[derive(Debug, Default)]
pub(crate) struct Incarnation {
    cell: OnceLock<ActorCell>,
    waiting: AtomicUsize,
    fate: OnceLock<String>,
}

impl Incarnation {
    /// The actor, once its `pre_start` has succeeded.
    pub(crate) fn cell(&self) -> Option<&ActorCell> {
        self.cell.get()
    }

    /// The actor, if it takes messages at this moment.
    pub(crate) fn present(&self) -> Option<&ActorCell> {
        self.cell().filter(|cell| cell.get_status() < ActorStatus::Draining)
    }

    /// From here on messages reach the actor. An incarnation is reachable once; a second call changes nothing.
    pub(crate) fn reachable(&self, cell: ActorCell) {
        let _ = self.cell.set(cell);
    }

    /// Sends a message to the actor, whose `cell` it must be, and counts it as waiting.
    pub(crate) fn send<M: Message>(&self, cell: &ActorCell, message: M) -> Result<(), MessagingErr<M>> {
        // Counted before it is sent, or a quick actor could handle it first.
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let sent = cell.send_message(message);
        if sent.is_err() {
            self.taken();
        }
        sent
    }

    /// A message has left the mailbox. One that was not counted on its way in, because the actor sent it to itself
    /// past this count, must not make the count negative.
    pub(crate) fn taken(&self) {
        let less = |waiting: usize| Some(waiting.saturating_sub(1));
        // Saturating subtraction always yields a value, so this update cannot fail.
        let _ = self.waiting.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
    }

    /// How many messages wait; see [`crate::NodeView::mailbox`] for what is counted.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Kills the actor, whose `cell` it must be, for a reason that ractor's "killed" would hide. The first stays.
    pub(crate) fn kill(&self, cell: &ActorCell, reason: String) {
        let _ = self.fate.set(reason);
        cell.kill();
    }

    /// The reason given with [`Incarnation::kill`].
    pub(crate) fn fate(&self) -> Option<&str> {
        self.fate.get().map(String::as_str)
    }
}
