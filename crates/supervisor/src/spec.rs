//! Child specs: what a tree is made of, as values. A spec can be started again and again, so it holds the means to make
//! an actor, never the actor.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use ractor::Actor;

use crate::context::ChildContext;
use crate::directory::Entry;
use crate::error::BoxError;
use crate::launch::{self, Launch, Launched};
use crate::machine::ChildRules;
use crate::policy::{Backoff, ChildId, Flags, Kind, Restart, Shutdown, Strategy};

pub(crate) type StartFn = dyn Fn(Launch) -> BoxFuture<'static, Result<Launched, String>> + Send + Sync;
pub(crate) type RefillFn = dyn Fn() -> BoxFuture<'static, Result<Vec<ChildSpec>, BoxError>> + Send + Sync;

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

/// A supervisor: its strategy, its limit of restarts, and its children in start order.
#[derive(Clone)]
pub struct SupervisorSpec {
    pub(crate) flags: Flags,
    pub(crate) children: Vec<ChildSpec>,
    pub(crate) refill: Option<Arc<RefillFn>>,
}

impl SupervisorSpec {
    /// A supervisor without children and with OTP's default limit of one restart in five seconds.
    pub fn new(strategy: Strategy) -> Self {
        Self { flags: Flags::new(strategy), children: Vec::new(), refill: None }
    }

    /// Gives up when more than `intensity` restarts are needed within `period`.
    #[must_use]
    pub fn intensity(mut self, intensity: u32, period: Duration) -> Self {
        (self.flags.intensity, self.flags.period) = (intensity, period);
        self
    }

    /// Adds a child after those that are there.
    #[must_use]
    pub fn child(mut self, child: ChildSpec) -> Self {
        self.children.push(child);
        self
    }

    /// Asks `refill`, at every start of this supervisor, for children to start with after those of the spec. Children
    /// that were added at run time are forgotten when their supervisor falls; this is how they come back. If `refill`
    /// fails, so does the start.
    #[must_use]
    pub fn refill<F>(mut self, refill: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Vec<ChildSpec>, BoxError>> + Send + 'static,
    {
        self.refill = Some(Arc::new(move || refill().boxed()));
        self
    }
}

impl fmt::Debug for SupervisorSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SupervisorSpec")
            .field("flags", &self.flags)
            .field("children", &self.children)
            .finish_non_exhaustive()
    }
}
