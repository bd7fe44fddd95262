//! A whole tree: starting it, waiting for its end, and shutting it down.

use std::time::Duration;

use ractor::ActorCell;
use tokio::sync::watch;

use crate::context::ChildContext;
use crate::directory::{Directory, Entry};
use crate::error::{Escalated, StartError, chain};
use crate::launch::{self, Launch, Order};
use crate::lease::Over;
use crate::policy::{ChildId, Kind, NodeState};
use crate::shell::SupervisorMessage;
use crate::spec::SupervisorSpec;
use crate::task;

/// The id of the root supervisor.
pub const ROOT: &str = "root";

/// How long a shutdown waits for detached work after the last actor has ended. Such work is a request or a transaction
/// with a time limit of its own; this one is only there so that a mistake cannot hold up the end of the program.
const DETACHED_LIMIT: Duration = Duration::from_secs(60);

/// A running tree. Dropping this leaves it running.
#[derive(Debug)]
pub struct Tree {
    directory: Directory,
    root: ChildContext,
    cell: ActorCell,
    over: Over,
    end: watch::Receiver<Option<Result<(), Escalated>>>,
}

impl Tree {
    /// Starts the root supervisor and its children, one after another, and returns when all are up.
    ///
    /// # Errors
    /// The first child that does not start, however deep in the tree, with the reason; those that had started are
    /// stopped again, in order. Also if `directory` belongs to another tree.
    pub async fn start(spec: SupervisorSpec, directory: Directory) -> Result<Self, StartError> {
        let id = ChildId::from(ROOT);
        let entry = Entry { id: id.clone(), kind: Kind::Supervisor, strategy: Some(spec.flags.strategy) };
        if let Err(id) = directory.adopt(None, &entry) {
            return Err(StartError::DuplicateId { supervisor: id.clone(), id });
        }
        let (root, lease) = ChildContext::begin(directory.clone(), id.clone(), None);
        let over = lease.over();
        let (_orders, heard) = watch::channel(Order::Go);
        let (end_sender, end) = watch::channel(None);
        let launch = Launch { context: root.clone(), lease, parent: None, orders: heard };
        match launch::boot(spec, launch, Some(end_sender)).await {
            Ok(cell) => {
                directory.set_state(&id, NodeState::Running);
                let tree = Self { directory, root, cell, over, end };
                tree.show_end();
                Ok(tree)
            }
            Err(error) => {
                directory.ended(&id, &chain(&error), true);
                directory.set_state(&id, NodeState::Failed);
                Err(error)
            }
        }
    }

    /// The tree's directory.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Stops all actors in reverse start order, each within its time, and then waits for detached work.
    pub async fn shutdown(&self) {
        // A root that does not take messages any more is ending already.
        let _ = self.root.incarnation.send(&self.cell, SupervisorMessage::Shutdown);
        let _ = self.wait().await;
        let left = task::detached_done(&self.directory, DETACHED_LIMIT).await;
        if left > 0 {
            tracing::error!(left, "detached work did not come to its end");
        }
    }

    /// Waits for the end of the tree, however it comes, until all that its actors held has been let go of.
    ///
    /// # Errors
    /// If nobody asked for it: the root gave up, naming the child that fell once too often, or it was killed.
    pub async fn wait(&self) -> Result<(), Escalated> {
        ended(self.end.clone(), self.over.clone()).await
    }

    /// Nobody supervises the root, so its end is shown from here.
    fn show_end(&self) {
        let (directory, id) = (self.directory.clone(), self.root.id.clone());
        let ended = ended(self.end.clone(), self.over.clone());
        task::outside(async move {
            let (reason, state) = match ended.await {
                Ok(()) => ("shutdown".to_owned(), NodeState::Stopped),
                Err(error) => (chain(&error), NodeState::Failed),
            };
            directory.ended(&id, &reason, state == NodeState::Failed);
            directory.set_state(&id, state);
        });
    }
}

async fn ended(mut end: watch::Receiver<Option<Result<(), Escalated>>>, over: Over) -> Result<(), Escalated> {
    over.wait().await;
    // Whoever was to tell is gone, and has told or never will.
    let told = end.borrow_and_update().clone();
    told.unwrap_or_else(|| Err(Escalated::Killed { supervisor: ROOT.into() }))
}
