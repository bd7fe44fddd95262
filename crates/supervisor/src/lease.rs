//! How long an incarnation lasts: until all that it held has been let go of. ractor tells of an actor's end while its
//! task still has the state to drop, and the tasks that it has started end later still; whoever is to wait for all of
//! them asks here.
//!
//! Whatever belongs to an incarnation has a [`Lease`] that it drops last: the start, the actor, its state, its tasks,
//! and, for a supervisor, its children. Nothing that outlives the incarnation may have one, so contexts, handles and
//! the directory have none.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use tokio::sync::watch;

/// Keeps an incarnation from being over.
#[derive(Clone, Debug)]
pub(crate) struct Lease(Arc<Held>);

#[derive(Debug)]
struct Held {
    /// Closed with the last lease.
    open: watch::Sender<()>,
    /// What is below a supervisor belongs to it: a killed one's children may outlive its actor by a moment.
    _above: Option<Lease>,
}

/// A way to a lease for as long as there is one.
#[derive(Clone, Debug)]
pub(crate) struct WeakLease(Weak<Held>);

/// The moment at which the last lease is dropped.
#[derive(Clone, Debug)]
pub(crate) struct Over(watch::Receiver<()>);

/// A future with a lease, which it drops after all that is in the future.
pub(crate) struct Leased<F> {
    work: Pin<Box<F>>,
    _lease: Option<Lease>,
}

impl Lease {
    /// The first lease of an incarnation, below a supervisor unless it is the root's.
    pub(crate) fn new(above: Option<Self>) -> Self {
        Self(Arc::new(Held { open: watch::Sender::new(()), _above: above }))
    }

    pub(crate) fn downgrade(&self) -> WeakLease {
        WeakLease(Arc::downgrade(&self.0))
    }

    pub(crate) fn over(&self) -> Over {
        Over(self.0.open.subscribe())
    }
}

impl WeakLease {
    /// None if the incarnation is over.
    pub(crate) fn upgrade(&self) -> Option<Lease> {
        self.0.upgrade().map(Lease)
    }
}

impl Over {
    /// Whether it has come.
    pub(crate) fn is_past(&self) -> bool {
        self.0.has_changed().is_err()
    }

    /// Waits for it.
    pub(crate) async fn wait(mut self) {
        while self.0.changed().await.is_ok() {}
    }
}

impl<F> Leased<F> {
    pub(crate) fn new(work: F, lease: Option<Lease>) -> Self {
        Self { work: Box::pin(work), _lease: lease }
    }
}

impl<F: Future> Future for Leased<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.work.as_mut().poll(cx)
    }
}
