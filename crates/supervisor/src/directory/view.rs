//! The picture of a tree that leaves the program: plain values, ready for JSON.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use tokio::time::Instant;

use super::node::Node;
use crate::policy::{ChildId, Kind, NodeState, Strategy};

/// The whole tree at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TreeView {
    /// The directory's version when the picture was taken.
    pub version: u64,
    /// Pieces of detached work under way.
    pub detached: usize,
    /// The root supervisor with everything below it; none before the tree was started.
    pub root: Option<NodeView>,
}

/// One node with everything below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NodeView {
    /// Its name, unique in the tree.
    pub id: String,
    /// Supervisor or worker.
    pub kind: Kind,
    /// The supervisor it belongs to; none for the root.
    pub parent: Option<String>,
    /// A supervisor's strategy; none for a worker.
    pub strategy: Option<Strategy>,
    /// Where it is in its life.
    pub state: NodeState,
    /// How long it has been in this state, in milliseconds.
    pub since_ms: u64,
    /// How often it was started again since the tree began, whoever caused it. Survives restarts of its supervisors;
    /// a child that left the list (a temporary one, a deleted one) and comes back begins at 0.
    pub restarts: u64,
    /// How its last incarnation ended; none while the first is alive.
    pub last_exit: Option<ExitView>,
    /// What it says it is doing; none if it never said so in this incarnation.
    pub doing: Option<DoingView>,
    /// Messages that wait in its mailbox, without the one being handled.
    ///
    /// ractor does not reveal its mailbox, so this counts what goes in through a [`crate::Handle`] or
    /// [`crate::Tasks`] and what comes out. A message that an actor sends to itself through its own `ActorRef` is seen
    /// only on its way out: handled while others wait, it makes the number one too low until the mailbox has been
    /// empty once. The number is never negative, and never too high for longer than a send takes.
    pub mailbox: usize,
    /// The children in start order; empty for a worker.
    pub children: Vec<NodeView>,
}

/// How an incarnation ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExitView {
    /// The reason with all its causes.
    pub reason: String,
    /// Whether it was an error, a panic, a kill or a cancelled task, or a start that failed.
    pub abnormal: bool,
    /// How long ago, in milliseconds.
    pub ago_ms: u64,
    /// What it said it was doing when it ended.
    pub doing: Option<String>,
}

/// What an actor says it is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoingView {
    /// In the actor's own words.
    pub text: String,
    /// For how long, in milliseconds.
    pub since_ms: u64,
}

impl TreeView {
    /// The node called `id`, wherever it is.
    pub fn find(&self, id: &str) -> Option<&NodeView> {
        self.root.as_ref().and_then(|root| root.find(id))
    }
}

impl NodeView {
    /// The node called `id`, if it is this one or below it.
    pub fn find(&self, id: &str) -> Option<&NodeView> {
        if self.id == id {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(id))
    }
}

type ByParent<'a> = HashMap<Option<&'a ChildId>, BTreeMap<u64, (&'a ChildId, &'a Node)>>;

/// Draws the nodes as a tree.
pub(super) fn draw(version: u64, detached: usize, nodes: &HashMap<ChildId, Node>) -> TreeView {
    let mut by_parent = ByParent::new();
    for (id, node) in nodes {
        by_parent.entry(node.parent.as_ref()).or_default().insert(node.order, (id, node));
    }
    let now = Instant::now();
    let root = by_parent.get(&None).and_then(|roots| roots.values().next());
    let root = root.map(|(id, node)| draw_node(id, node, &by_parent, now));
    TreeView { version, detached, root }
}

fn draw_node(id: &ChildId, node: &Node, by_parent: &ByParent<'_>, now: Instant) -> NodeView {
    let children = by_parent.get(&Some(id)).into_iter().flat_map(BTreeMap::values);
    NodeView {
        id: id.to_string(),
        kind: node.kind,
        parent: node.parent.as_ref().map(ToString::to_string),
        strategy: node.strategy,
        state: node.state,
        since_ms: millis(now - node.since),
        restarts: node.starts.saturating_sub(1),
        last_exit: node.last_exit.as_ref().map(|exit| ExitView {
            reason: exit.reason.clone(),
            abnormal: exit.abnormal,
            ago_ms: millis(now - exit.at),
            doing: exit.doing.clone(),
        }),
        doing: node
            .doing
            .as_ref()
            .map(|doing| DoingView { text: doing.text.clone(), since_ms: millis(now - doing.since) }),
        mailbox: node.incarnation.as_ref().map_or(0, |incarnation| incarnation.waiting()),
        children: children.map(|(id, node)| draw_node(id, node, by_parent, now)).collect(),
    }
}

fn millis(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
