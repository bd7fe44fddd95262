//! One child as the machine sees it: its rules, what it is, and what it should be.

use std::time::Duration;

use super::{Generation, RequestId};
use crate::policy::{Backoff, ChildId, Kind, NodeState, Restart, Shutdown};

/// What the machine must know of a child spec: everything but how to start it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildRules {
    /// The child's name.
    pub id: ChildId,
    /// Supervisor or worker.
    pub kind: Kind,
    /// When it is started again.
    pub restart: Restart,
    /// How it is stopped.
    pub shutdown: Shutdown,
    /// How long it waits before it is started again.
    pub backoff: Backoff,
}

impl ChildRules {
    /// A permanent child without backoff.
    pub fn new(id: ChildId, kind: Kind, shutdown: Shutdown) -> Self {
        Self { id, kind, restart: Restart::Permanent, shutdown, backoff: Backoff::NONE }
    }
}

/// What a child is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Not there.
    Down,
    /// Not there, and its backoff runs.
    Waiting,
    Starting,
    Up,
    /// Asked to stop, or killed; also a start that is being cancelled.
    Stopping {
        killed: bool,
    },
}

/// What a child should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// Up.
    Run,
    /// Down with its siblings, then up with them; a temporary child leaves the list instead.
    Cycle,
    /// Down, and in the list.
    Rest,
    /// Down, and off the list.
    Remove,
}

/// Who asked for a start, and whether the child was new to the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Starter {
    pub(super) request: RequestId,
    pub(super) is_new: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Child {
    pub(super) rules: ChildRules,
    pub(super) state: State,
    pub(super) intent: Intent,
    /// Of the present or the last incarnation; none before the first.
    pub(super) generation: Option<Generation>,
    /// It belongs to the boot and has not been up yet.
    pub(super) boot: bool,
    /// It is down because it failed, and nobody will start it again by himself.
    pub(super) failed: bool,
    pub(super) starter: Option<Starter>,
    pub(super) terminators: Vec<RequestId>,
    /// In a row, for the backoff.
    pub(super) failures: u32,
    /// Of the present or the last incarnation.
    pub(super) up_since: Duration,
    pub(super) shown: Option<NodeState>,
}

impl Child {
    pub(super) fn new(rules: ChildRules, boot: bool) -> Self {
        Self {
            rules,
            state: State::Down,
            intent: Intent::Run,
            generation: None,
            boot,
            failed: false,
            starter: None,
            terminators: Vec::new(),
            failures: 0,
            up_since: Duration::ZERO,
            shown: None,
        }
    }

    /// The intent of a child that somebody takes down for good.
    pub(super) fn intent_when_terminated(&self) -> Intent {
        if self.rules.restart == Restart::Temporary { Intent::Remove } else { Intent::Rest }
    }

    /// Having been up for long enough, it is forgiven its earlier failures.
    pub(super) fn forgive(&mut self, now: Duration) {
        if now.saturating_sub(self.up_since) >= self.rules.backoff.reset_after {
            self.failures = 0;
        }
    }

    /// How long to wait after the failure that has just happened.
    pub(super) fn next_wait(&mut self) -> Duration {
        let wait = self.rules.backoff.delay(self.failures);
        self.failures = self.failures.saturating_add(1);
        wait
    }

    pub(super) fn is_stopping(&self) -> bool {
        matches!(self.state, State::Stopping { .. })
    }

    /// Whether somebody waits for its first start.
    pub(super) fn is_first_start(&self) -> bool {
        self.boot || self.starter.is_some()
    }

    pub(super) fn visible(&self) -> NodeState {
        match (self.state, self.intent) {
            (State::Up, _) => NodeState::Running,
            (State::Stopping { .. }, _) => NodeState::Stopping,
            (State::Starting, _) => NodeState::Starting,
            (State::Down, Intent::Rest | Intent::Remove) if self.failed => NodeState::Failed,
            (State::Down, Intent::Rest | Intent::Remove) => NodeState::Stopped,
            (State::Down | State::Waiting, _) if self.is_first_start() => NodeState::Starting,
            (State::Down | State::Waiting, _) => NodeState::Restarting,
        }
    }
}
