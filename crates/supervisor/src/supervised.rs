//! The adapter in which every actor of a tree runs. It delegates all to the actor, and does for each what ractor leaves
//! out: makes it reachable when its `pre_start` has succeeded, counts its mailbox, names it in the log, and makes known
//! when the last of it has been dropped.

use ractor::{Actor, ActorProcessingErr, ActorRef, SupervisionEvent};
use tracing::{Instrument, Span};

use crate::context::ChildContext;
use crate::lease::Lease;

/// An actor with its context.
pub(crate) struct Supervised<A> {
    actor: A,
    context: ChildContext,
    span: Span,
    /// Dropped after the actor.
    lease: Lease,
}

/// An actor's state.
pub(crate) struct Kept<S> {
    state: S,
    /// Dropped after the state.
    _lease: Lease,
}

impl<S> Kept<S> {
    fn of(kept: &mut Option<Self>) -> &mut S {
        &mut kept.as_mut().expect("after `post_stop` ractor calls no actor").state
    }
}

impl<A> Supervised<A> {
    pub(crate) fn new(actor: A, context: ChildContext, lease: Lease) -> Self {
        let span = tracing::info_span!(parent: None, "actor", id = %context.id);
        Self { actor, context, span, lease }
    }
}

impl<A: Actor> Actor for Supervised<A> {
    type Msg = A::Msg;
    type State = Option<Kept<A::State>>;
    type Arguments = A::Arguments;

    async fn pre_start(
        &self,
        myself: ActorRef<Self::Msg>,
        arguments: Self::Arguments,
    ) -> Result<Self::State, ActorProcessingErr> {
        let cell = myself.get_cell();
        let state = self.actor.pre_start(myself, arguments).instrument(self.span.clone()).await?;
        self.context.incarnation.reachable(cell);
        self.context.directory.changed();
        Ok(Some(Kept { state, _lease: self.lease.clone() }))
    }

    async fn post_start(
        &self,
        myself: ActorRef<Self::Msg>,
        kept: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.actor.post_start(myself, Kept::of(kept)).instrument(self.span.clone()).await
    }

    /// Drops the state too: ractor would send it to the supervisor, whose mailbox or handler is no place for a file
    /// that takes its time to close.
    async fn post_stop(
        &self,
        myself: ActorRef<Self::Msg>,
        kept: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        let stopped = self.actor.post_stop(myself, Kept::of(kept)).instrument(self.span.clone()).await;
        self.span.in_scope(|| *kept = None);
        stopped
    }

    async fn handle(
        &self,
        myself: ActorRef<Self::Msg>,
        message: Self::Msg,
        kept: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.context.incarnation.taken();
        self.actor.handle(myself, message, Kept::of(kept)).instrument(self.span.clone()).await
    }

    async fn handle_supervisor_evt(
        &self,
        myself: ActorRef<Self::Msg>,
        event: SupervisionEvent,
        kept: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.actor.handle_supervisor_evt(myself, event, Kept::of(kept)).instrument(self.span.clone()).await
    }
}
