//! Who is who in one tree: a side registry from id to the present incarnation of an actor, with the status of every
//! node. Supervisors write it, handles look names up in it, a dashboard reads it; no actor is ever asked.
//!
//! A directory belongs to one tree, not to the process, so two trees fit side by side (ractor's own registry is global
//! and is not used). It starts nothing and decides nothing; that is the supervisors' part.

mod incarnation;
mod node;
mod nodes;
mod view;

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use ractor::Message;
use tokio::sync::watch;

use crate::control::{ChildInfo, SupervisorHandle};
use crate::handle::Handle;
use crate::policy::{ChildId, NodeState};

pub(crate) use incarnation::Incarnation;
use node::Node;
pub(crate) use nodes::Entry;
use nodes::Nodes;
pub use view::{DoingView, ExitView, NodeView, TreeView};

/// The registry and the status of one tree; cheap to clone, and every clone is the same directory.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    nodes: RwLock<Nodes>,
    version: watch::Sender<u64>,
    detached: watch::Sender<usize>,
}

impl Directory {
    /// An empty directory, for one tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// A handle to the actor called `id`, which need not be there yet. Its messages must be of type `M`.
    pub fn handle<M: Message>(&self, id: impl Into<ChildId>) -> Handle<M> {
        Handle::new(self.clone(), id.into())
    }

    /// A handle to the supervisor called `id`, to start and stop its children.
    pub fn supervisor(&self, id: impl Into<ChildId>) -> SupervisorHandle {
        SupervisorHandle::new(self.clone(), id.into())
    }

    /// A number that grows with every change of [`Directory::tree`], mailbox depths excepted.
    pub fn version(&self) -> u64 {
        *self.shared.version.borrow()
    }

    /// Follows [`Directory::version`], so that a dashboard wakes only when something has changed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.shared.version.subscribe()
    }

    /// How many pieces of detached work ([`crate::task::detached`]) are under way.
    pub fn detached(&self) -> usize {
        *self.shared.detached.borrow()
    }

    /// A picture of the whole tree at this moment.
    pub fn tree(&self) -> TreeView {
        let nodes = self.read();
        view::draw(self.version(), self.detached(), &nodes.by_id)
    }

    pub(crate) fn detached_count(&self) -> &watch::Sender<usize> {
        &self.shared.detached
    }

    /// The present incarnation of `id`, if there is one.
    pub(crate) fn incarnation(&self, id: &ChildId) -> Option<Arc<Incarnation>> {
        self.read().by_id.get(id)?.incarnation.clone()
    }

    /// Makes `entries` the whole list of `parent`'s children: new ones are added, known ones keep their history, and
    /// those of an earlier incarnation that are not named any more are forgotten.
    ///
    /// # Errors
    /// The first id that another part of the tree uses, or that `entries` has twice; nothing is changed then.
    pub(crate) fn adopt_all(&self, parent: &ChildId, entries: &[Entry]) -> Result<(), ChildId> {
        let mut nodes = self.write();
        let mut seen = HashSet::new();
        for entry in entries {
            let known = nodes.by_id.get(&entry.id);
            if !seen.insert(&entry.id) || known.is_some_and(|node| node.parent.as_ref() != Some(parent)) {
                return Err(entry.id.clone());
            }
        }
        for id in nodes.children_of(parent) {
            if !seen.contains(&id) {
                nodes.remove_with_descendants(&id);
            }
        }
        for entry in entries {
            nodes.insert(Some(parent.clone()), entry);
        }
        drop(nodes);
        self.changed();
        Ok(())
    }

    /// Adds one child to the end of `parent`'s list.
    ///
    /// # Errors
    /// The id, if a node of this id exists already.
    pub(crate) fn adopt(&self, parent: Option<&ChildId>, entry: &Entry) -> Result<(), ChildId> {
        let mut nodes = self.write();
        if nodes.by_id.contains_key(&entry.id) {
            return Err(entry.id.clone());
        }
        nodes.insert(parent.cloned(), entry);
        drop(nodes);
        self.changed();
        Ok(())
    }

    /// Forgets a child that has left its supervisor's list, with everything below it.
    pub(crate) fn remove(&self, id: &ChildId) {
        self.write().remove_with_descendants(id);
        self.changed();
    }

    /// A new incarnation of `id` is about to be started.
    pub(crate) fn begin(&self, id: &ChildId) -> Arc<Incarnation> {
        let incarnation = Arc::new(Incarnation::default());
        self.update(id, |node| node.begin(incarnation.clone()));
        incarnation
    }

    /// Shows `id` in a new state.
    pub(crate) fn set_state(&self, id: &ChildId, state: NodeState) {
        self.update(id, |node| node.set_state(state));
    }

    /// The incarnation of `id` has ended. What was below it has ended with it.
    pub(crate) fn ended(&self, id: &ChildId, reason: &str, abnormal: bool) {
        let mut nodes = self.write();
        for below in nodes.descendants_of(id) {
            if let Some(node) = nodes.by_id.get_mut(&below).filter(|node| node.incarnation.is_some()) {
                node.end("ended with its supervisor", true);
                node.set_state(NodeState::Stopped);
            }
        }
        if let Some(node) = nodes.by_id.get_mut(id) {
            node.end(reason, abnormal);
        }
        drop(nodes);
        self.changed();
    }

    /// Records what an incarnation says it is doing; a late word of an earlier incarnation is ignored.
    pub(crate) fn set_doing(&self, id: &ChildId, incarnation: &Arc<Incarnation>, text: String) {
        let mut nodes = self.write();
        let node = nodes.by_id.get_mut(id);
        let node =
            node.filter(|node| node.incarnation.as_ref().is_some_and(|it| Arc::ptr_eq(it, incarnation)));
        let news = node.is_some_and(|node| node.set_doing(text));
        drop(nodes);
        if news {
            self.changed();
        }
    }

    /// The children of a supervisor in start order.
    pub(crate) fn children(&self, parent: &ChildId) -> Vec<ChildInfo> {
        let nodes = self.read();
        let mut children: Vec<_> =
            nodes.by_id.iter().filter(|(_, node)| node.parent.as_ref() == Some(parent)).collect();
        children.sort_by_key(|(_, node)| node.order);
        let info = |(id, node): (&ChildId, &Node)| ChildInfo {
            id: id.to_string(),
            kind: node.kind,
            state: node.state,
        };
        children.into_iter().map(info).collect()
    }

    fn update(&self, id: &ChildId, change: impl FnOnce(&mut Node)) {
        let mut nodes = self.write();
        if let Some(node) = nodes.by_id.get_mut(id) {
            change(node);
        }
        drop(nodes);
        self.changed();
    }

    /// Wakes those who follow the version; also called when an incarnation becomes reachable.
    pub(crate) fn changed(&self) {
        self.shared.version.send_modify(|version| *version += 1);
    }

    // No code that can panic runs under the lock, so a poisoned one is still whole.
    fn read(&self) -> RwLockReadGuard<'_, Nodes> {
        self.shared.nodes.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Nodes> {
        self.shared.nodes.write().unwrap_or_else(PoisonError::into_inner)
    }
}
