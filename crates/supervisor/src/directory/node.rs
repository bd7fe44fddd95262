//! One entry of the directory: what is known of a child across its incarnations.

use std::sync::Arc;

use tokio::time::Instant;

use super::incarnation::Incarnation;
use crate::policy::{ChildId, Kind, NodeState, Strategy};

/// A child in the directory.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<ChildId>,
    pub(crate) kind: Kind,
    pub(crate) strategy: Option<Strategy>,
    pub(crate) order: u64,
    pub(crate) state: NodeState,
    pub(crate) since: Instant,
    pub(crate) starts: u64,
    pub(crate) last_exit: Option<LastExit>,
    pub(crate) doing: Option<Doing>,
    pub(crate) incarnation: Option<Arc<Incarnation>>,
}

/// How the last incarnation ended.
#[derive(Debug)]
pub(crate) struct LastExit {
    pub(crate) reason: String,
    pub(crate) abnormal: bool,
    pub(crate) at: Instant,
    pub(crate) doing: Option<String>,
}

/// What an actor says it is doing.
#[derive(Debug)]
pub(crate) struct Doing {
    pub(crate) text: String,
    pub(crate) since: Instant,
}

impl Node {
    /// A node that has not been started; kind, strategy and order are the caller's to set.
    pub(crate) fn new(parent: Option<ChildId>) -> Self {
        Self {
            parent,
            kind: Kind::Worker,
            strategy: None,
            order: 0,
            state: NodeState::Starting,
            since: Instant::now(),
            starts: 0,
            last_exit: None,
            doing: None,
            incarnation: None,
        }
    }

    pub(crate) fn begin(&mut self, incarnation: Arc<Incarnation>) {
        self.incarnation = Some(incarnation);
        self.starts += 1;
        self.doing = None;
    }

    pub(crate) fn end(&mut self, reason: &str, abnormal: bool) {
        self.incarnation = None;
        let doing = self.doing.take().map(|doing| doing.text);
        self.last_exit = Some(LastExit { reason: reason.to_owned(), abnormal, at: Instant::now(), doing });
    }

    pub(crate) fn set_state(&mut self, state: NodeState) {
        if self.state != state {
            self.state = state;
            self.since = Instant::now();
        }
    }

    /// Whether this is news: the same words again keep their age.
    pub(crate) fn set_doing(&mut self, text: String) -> bool {
        if self.doing.as_ref().is_some_and(|doing| doing.text == text) {
            return false;
        }
        self.doing = Some(Doing { text, since: Instant::now() });
        true
    }
}
