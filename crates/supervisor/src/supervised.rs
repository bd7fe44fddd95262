//! The adapter in which every actor of a tree runs. It delegates all to the actor, and does for each what ractor leaves
//! out: makes it reachable when its `pre_start` has succeeded, counts its mailbox, and names it in the log.

use ractor::{Actor, ActorProcessingErr, ActorRef, SupervisionEvent};
use tracing::{Instrument, Span};

use crate::context::ChildContext;

/// An actor with its context.
pub(crate) struct Supervised<A> {
    actor: A,
    context: ChildContext,
    span: Span,
}

impl<A> Supervised<A> {
    pub(crate) fn new(actor: A, context: ChildContext) -> Self {
        let span = tracing::info_span!(parent: None, "actor", id = %context.id);
        Self { actor, context, span }
    }
}

impl<A: Actor> Actor for Supervised<A> {
    type Msg = A::Msg;
    type State = A::State;
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
        Ok(state)
    }

    async fn post_start(
        &self,
        myself: ActorRef<Self::Msg>,
        state: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.actor.post_start(myself, state).instrument(self.span.clone()).await
    }

    async fn post_stop(
        &self,
        myself: ActorRef<Self::Msg>,
        state: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.actor.post_stop(myself, state).instrument(self.span.clone()).await
    }

    async fn handle(
        &self,
        myself: ActorRef<Self::Msg>,
        message: Self::Msg,
        state: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.context.incarnation.taken();
        self.actor.handle(myself, message, state).instrument(self.span.clone()).await
    }

    async fn handle_supervisor_evt(
        &self,
        myself: ActorRef<Self::Msg>,
        event: SupervisionEvent,
        state: &mut Self::State,
    ) -> Result<(), ActorProcessingErr> {
        self.actor.handle_supervisor_evt(myself, event, state).instrument(self.span.clone()).await
    }
}
