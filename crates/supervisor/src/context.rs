//! What an actor is given at each of its starts: its name, the directory of its tree, and the means to say what it is
//! doing and to start work of its own.

use std::fmt;
use std::sync::Arc;

use ractor::{ActorRef, Message};

use crate::directory::{Directory, Incarnation};
use crate::lease::{Lease, WeakLease};
use crate::policy::ChildId;
use crate::task::Tasks;

/// What belongs to one incarnation of a child. Clones are the same incarnation.
#[derive(Clone, Debug)]
pub struct ChildContext {
    /// The child's name.
    pub id: ChildId,
    /// The directory of the tree it lives in: where handles to the others come from.
    pub directory: Directory,
    /// Where it says what it is doing.
    pub status: StatusReporter,
    pub(crate) incarnation: Arc<Incarnation>,
    /// Weak, for a context may live anywhere and for ever.
    pub(crate) lease: WeakLease,
}

impl ChildContext {
    /// The context of the incarnation of `id` that is about to be started, below a supervisor unless it is the root's,
    /// and the lease that makes it last.
    pub(crate) fn begin(directory: Directory, id: ChildId, above: Option<Lease>) -> (Self, Lease) {
        let incarnation = directory.begin(&id);
        let status =
            StatusReporter { directory: directory.clone(), id: id.clone(), incarnation: incarnation.clone() };
        let lease = Lease::new(above);
        (Self { id, directory, status, incarnation, lease: lease.downgrade() }, lease)
    }

    /// The means to start work that belongs to this incarnation; `myself` is its own reference, from `pre_start`.
    pub fn tasks<M: Message>(&self, myself: &ActorRef<M>) -> Tasks<M> {
        Tasks::new(self.clone(), myself.clone())
    }
}

/// Lets an actor say in its own words what it is doing; shown in [`crate::NodeView::doing`].
#[derive(Clone)]
pub struct StatusReporter {
    directory: Directory,
    id: ChildId,
    incarnation: Arc<Incarnation>,
}

impl StatusReporter {
    /// "resting until 14:03", "3 requests in the queue". The same words again keep their age.
    pub fn doing(&self, text: impl Into<String>) {
        self.directory.set_doing(&self.id, &self.incarnation, text.into());
    }
}

impl fmt::Debug for StatusReporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StatusReporter").field(&self.id).finish()
    }
}
