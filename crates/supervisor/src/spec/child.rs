//! One child of a supervisor.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use ractor::{Actor, ActorCell};

use super::SupervisorSpec;
use crate::context::ChildContext;
use crate::directory::Entry;
use crate::launch::{self, Launch};
use crate::machine::ChildRules;
use crate::policy::{Backoff, ChildId, Kind, Restart, Shutdown, Strategy};

type StartFn = dyn Fn(Launch) -> BoxFuture<'static, Result<ActorCell, String>> + Send + Sync;

/// One child of a supervisor: how to start it, when to start it again, and how to stop it. Permanent by default; a
/// worker has five seconds to stop, a supervisor as long as its children need.
#[derive(Clone)]
pub struct ChildSpec {
    pub(crate) rules: ChildRules,
    pub(crate) strategy: Option<Strategy>,
    pub(crate) start: Arc<StartFn>,
}

impl ChildSpec {
    /// An actor. `make` is called for each incarnation, and `pre_start` runs in a task of its own: the supervisor is
    /// never kept waiting by it.
    pub fn worker<A: Actor>(
        id: impl Into<ChildId>,
        make: impl Fn(ChildContext) -> (A, A::Arguments) + Send + Sync + 'static,
    ) -> Self {
        let make = Arc::new(make);
        let start = move |launch| launch::worker(make.clone(), launch).boxed();
        Self {
            rules: ChildRules::new(id.into(), Kind::Worker, Shutdown::Timeout(Duration::from_secs(5))),
            strategy: None,
            start: Arc::new(start),
        }
    }

    /// A supervisor with children of its own. It counts as started when all of them are.
    pub fn supervisor(id: impl Into<ChildId>, spec: SupervisorSpec) -> Self {
        let strategy = spec.flags.strategy;
        let start = move |launch| launch::supervisor(spec.clone(), launch).boxed();
        Self {
            rules: ChildRules::new(id.into(), Kind::Supervisor, Shutdown::Infinity),
            strategy: Some(strategy),
            start: Arc::new(start),
        }
    }

    /// When it is started again.
    #[must_use]
    pub fn restart(mut self, restart: Restart) -> Self {
        self.rules.restart = restart;
        self
    }

    /// How it is stopped.
    #[must_use]
    pub fn shutdown(mut self, shutdown: Shutdown) -> Self {
        self.rules.shutdown = shutdown;
        self
    }

    /// How long it waits before it is started again.
    #[must_use]
    pub fn backoff(mut self, backoff: Backoff) -> Self {
        self.rules.backoff = backoff;
        self
    }

    /// The child's name.
    pub fn id(&self) -> &ChildId {
        &self.rules.id
    }

    pub(crate) fn entry(&self) -> Entry {
        Entry { id: self.rules.id.clone(), kind: self.rules.kind, strategy: self.strategy }
    }
}

impl fmt::Debug for ChildSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChildSpec").field("rules", &self.rules).finish_non_exhaustive()
    }
}
