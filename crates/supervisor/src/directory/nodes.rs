//! All nodes of a tree, and who is below whom.

use std::collections::HashMap;

use super::node::Node;
use crate::policy::{ChildId, Kind, Strategy};

#[derive(Debug, Default)]
pub(super) struct Nodes {
    pub(super) by_id: HashMap<ChildId, Node>,
    next_order: u64,
}

/// What a supervisor tells the directory about a child that it takes into its list.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: ChildId,
    pub(crate) kind: Kind,
    pub(crate) strategy: Option<Strategy>,
}

impl Nodes {
    pub(super) fn insert(&mut self, parent: Option<ChildId>, entry: &Entry) {
        let order = self.next_order;
        self.next_order += 1;
        let node = self.by_id.entry(entry.id.clone()).or_insert_with(|| Node::new(parent));
        (node.kind, node.strategy, node.order) = (entry.kind, entry.strategy, order);
    }

    pub(super) fn children_of(&self, parent: &ChildId) -> Vec<ChildId> {
        let children = self.by_id.iter().filter(|(_, node)| node.parent.as_ref() == Some(parent));
        children.map(|(id, _)| id.clone()).collect()
    }

    pub(super) fn descendants_of(&self, id: &ChildId) -> Vec<ChildId> {
        let mut found = Vec::new();
        let mut open = vec![id.clone()];
        while let Some(next) = open.pop() {
            // Workers have nothing below them; not looking keeps a large flat list cheap.
            if self.by_id.get(&next).is_some_and(|node| node.kind == Kind::Supervisor) {
                let children = self.children_of(&next);
                found.extend(children.iter().cloned());
                open.extend(children);
            }
        }
        found
    }

    pub(super) fn remove_with_descendants(&mut self, id: &ChildId) {
        for below in self.descendants_of(id) {
            self.by_id.remove(&below);
        }
        self.by_id.remove(id);
    }
}
