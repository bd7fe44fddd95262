//! How actors reach each other: by name, looked up at each send, so that nobody holds a dead reference and nobody has
//! to restart because a neighbour did. A handle says at once when its actor is away; what to do then (wait, park, go
//! on) is the caller's decision.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use ractor::{Message, MessagingErr, RpcReplyPort};
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::directory::Directory;
use crate::error::{Away, CallError};
use crate::policy::ChildId;

/// The way to one actor, whichever incarnation of it is there. Cheap to clone.
pub struct Handle<M> {
    directory: Directory,
    id: ChildId,
    _messages: PhantomData<fn(M)>,
}

impl<M: Message> Handle<M> {
    pub(crate) fn new(directory: Directory, id: ChildId) -> Self {
        Self { directory, id, _messages: PhantomData }
    }

    /// The actor's name.
    pub fn id(&self) -> &ChildId {
        &self.id
    }

    /// Whether the actor takes messages at this moment.
    pub fn is_present(&self) -> bool {
        self.directory.incarnation(&self.id).is_some_and(|incarnation| incarnation.present().is_some())
    }

    /// Puts a message into the mailbox of the present incarnation. It is not thereby handled: if the actor ends first,
    /// the message is lost with its mailbox, as in OTP.
    ///
    /// # Errors
    /// [`Away`] if there is no present incarnation.
    pub fn send(&self, message: M) -> Result<(), Away> {
        let incarnation = self.directory.incarnation(&self.id).ok_or_else(|| self.away())?;
        let cell = incarnation.present().ok_or_else(|| self.away())?;
        incarnation.send(cell, message).map_err(|error| {
            if matches!(error, MessagingErr::InvalidActorType) {
                let messages = std::any::type_name::<M>();
                tracing::error!(actor = %self.id, messages, "a handle has the wrong message type for its actor");
            }
            self.away()
        })
    }

    /// Sends a message that carries a reply port, and waits for the reply.
    ///
    /// # Errors
    /// [`CallError::Away`] at once if the actor is not there, [`CallError::Timeout`] if it has not replied after
    /// `limit`, and [`CallError::Dropped`] if it ended or dropped the port first.
    pub async fn call<R: Send + 'static>(
        &self,
        message: impl FnOnce(RpcReplyPort<R>) -> M,
        limit: Duration,
    ) -> Result<R, CallError> {
        let (port, reply) = oneshot::channel();
        self.send(message((port, limit).into()))?;
        match timeout(limit, reply).await {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(_)) => Err(CallError::Dropped { id: self.id.clone() }),
            Err(_) => Err(CallError::Timeout { id: self.id.clone(), after: limit }),
        }
    }

    /// Waits until the actor is up. Not for use in a message handler, which must not wait.
    ///
    /// # Errors
    /// [`Away`] if it is still not there after `limit`.
    pub async fn wait_present(&self, limit: Duration) -> Result<(), Away> {
        let mut changes = self.directory.changes();
        let present = changes.wait_for(|_| self.is_present());
        match timeout(limit, present).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(self.away()),
        }
    }

    fn away(&self) -> Away {
        Away { id: self.id.clone() }
    }
}

impl<M> Clone for Handle<M> {
    fn clone(&self) -> Self {
        Self { directory: self.directory.clone(), id: self.id.clone(), _messages: PhantomData }
    }
}

impl<M> fmt::Debug for Handle<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Handle").field(&self.id).finish()
    }
}
