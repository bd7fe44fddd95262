//! A supervisor with its children.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::ChildSpec;
use crate::error::BoxError;
use crate::policy::{Flags, Strategy};

pub(crate) type RefillFn = dyn Fn() -> BoxFuture<'static, Result<Vec<ChildSpec>, BoxError>> + Send + Sync;

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
