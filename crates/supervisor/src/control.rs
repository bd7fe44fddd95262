//! Children at run time: the requests that a supervisor takes, behind a handle.

use std::time::Duration;

use ractor::RpcReplyPort;
use serde::Serialize;
use tokio::sync::oneshot;

use crate::directory::Directory;
use crate::error::{Away, ChildError};
use crate::handle::Handle;
use crate::policy::{ChildId, Kind, NodeState};
use crate::shell::SupervisorMessage;
use crate::spec::ChildSpec;

/// The way to one supervisor, whichever incarnation of it is there. Cheap to clone.
///
/// The requests wait for a child to be up, or down: a message handler does not await them but lets a task report
/// ([`crate::Tasks::spawn_reporting`]).
#[derive(Clone, Debug)]
pub struct SupervisorHandle {
    directory: Directory,
    handle: Handle<SupervisorMessage>,
}

/// A child in its supervisor's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChildInfo {
    /// Its name.
    pub id: String,
    /// Supervisor or worker.
    pub kind: Kind,
    /// Where it is in its life.
    pub state: NodeState,
}

/// How many children a supervisor has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChildCounts {
    /// All in its list.
    pub specs: usize,
    /// Those that are up.
    pub active: usize,
    /// Those that are supervisors, up or not.
    pub supervisors: usize,
    /// Those that are workers, up or not.
    pub workers: usize,
}

type Reply = RpcReplyPort<Result<(), ChildError>>;

impl SupervisorHandle {
    pub(crate) fn new(directory: Directory, id: ChildId) -> Self {
        Self { handle: directory.handle(id), directory }
    }

    /// The supervisor's name.
    pub fn id(&self) -> &ChildId {
        self.handle.id()
    }

    /// Adds a child to the end of the list and returns when it is up. One that does not start is not kept.
    ///
    /// # Errors
    /// If the id is in use, or the child does not start; see [`ChildError`].
    pub async fn start_child(&self, spec: ChildSpec) -> Result<(), ChildError> {
        self.request(|reply| SupervisorMessage::StartChild(spec, reply)).await
    }

    /// Stops a child, as its spec says, and returns when it is down. It stays in the list, stopped, unless it is
    /// temporary. Under `one_for_all` or `rest_for_one`, a later common restart starts it again, as in OTP.
    ///
    /// # Errors
    /// If there is no such child.
    pub async fn terminate_child(&self, id: impl Into<ChildId>) -> Result<(), ChildError> {
        let id = id.into();
        self.request(|reply| SupervisorMessage::TerminateChild(id, reply)).await
    }

    /// Starts a stopped child and returns when it is up. If it does not start, it stays in the list, failed.
    ///
    /// # Errors
    /// If there is no such child, it is not stopped, or it does not start.
    pub async fn restart_child(&self, id: impl Into<ChildId>) -> Result<(), ChildError> {
        let id = id.into();
        self.request(|reply| SupervisorMessage::RestartChild(id, reply)).await
    }

    /// Takes a stopped child off the list.
    ///
    /// # Errors
    /// If there is no such child, or it is not stopped.
    pub async fn delete_child(&self, id: impl Into<ChildId>) -> Result<(), ChildError> {
        let id = id.into();
        self.request(|reply| SupervisorMessage::DeleteChild(id, reply)).await
    }

    /// The children in start order; empty if there is no such supervisor. Read from the directory.
    pub fn which_children(&self) -> Vec<ChildInfo> {
        self.directory.children(self.id())
    }

    /// How many children there are of each sort. Read from the directory.
    pub fn count_children(&self) -> ChildCounts {
        self.which_children().iter().fold(ChildCounts::default(), |counts, child| ChildCounts {
            specs: counts.specs + 1,
            active: counts.active + usize::from(child.state == NodeState::Running),
            supervisors: counts.supervisors + usize::from(child.kind == Kind::Supervisor),
            workers: counts.workers + usize::from(child.kind == Kind::Worker),
        })
    }

    /// Waits until the supervisor takes requests.
    ///
    /// # Errors
    /// If it is still not there after `limit`.
    pub async fn wait_present(&self, limit: Duration) -> Result<(), Away> {
        self.handle.wait_present(limit).await
    }

    /// As in OTP there is no time limit: how long a start or a stop may take is in the child's spec.
    async fn request(&self, message: impl FnOnce(Reply) -> SupervisorMessage) -> Result<(), ChildError> {
        let (port, reply) = oneshot::channel();
        self.handle.send(message(port.into()))?;
        // A supervisor that ends drops its requests.
        reply.await.unwrap_or(Err(ChildError::ShuttingDown))
    }
}
