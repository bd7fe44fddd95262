//! The ractor actor around the [`Machine`]: turns messages and supervision events into the machine's events, and
//! carries out its commands. It decides nothing, and never waits in a handler.
//!
//! A supervisor is stopped by [`SupervisorMessage::Shutdown`], never by ractor's `stop`, after which a parent's
//! children would be killed at once. The machine then stops them one by one, and the actor ends when all are down.

mod commands;
mod exits;
mod live;
mod stopped;

use ractor::{Actor, ActorCell, ActorProcessingErr, ActorRef, RpcReplyPort, SupervisionEvent};
use tokio::sync::{oneshot, watch};
use tokio::time::Instant;

use crate::context::ChildContext;
use crate::error::{ChildError, Escalated, StartError};
use crate::machine::{Event, Exit, Generation, Machine, Timer};
use crate::policy::{ChildId, Flags};
use crate::spec::ChildSpec;
use crate::task::Tasks;
use commands::Requests;
use live::Live;

/// Where the root tells how it ended.
pub(crate) type End = watch::Sender<Option<Result<(), Escalated>>>;

type Reply = RpcReplyPort<Result<(), ChildError>>;

/// A supervisor; all it has is in its [`State`].
pub(crate) struct Supervisor;

/// What a supervisor starts with.
pub(crate) struct Arguments {
    pub(crate) context: ChildContext,
    pub(crate) flags: Flags,
    /// In start order; known to the directory.
    pub(crate) children: Vec<ChildSpec>,
    /// Hears whether all of them came up.
    pub(crate) ready: oneshot::Sender<Result<(), StartError>>,
    /// Of the root only.
    pub(crate) end: Option<End>,
}

/// What a supervisor is told.
#[derive(Debug)]
pub(crate) enum SupervisorMessage {
    /// A start has come to its end.
    Launched(Generation, Result<ActorCell, String>),
    /// A child that has ended has let go of all that it held.
    Gone(Generation, Exit),
    TimerFired(Generation, Timer),
    StartChild(ChildSpec, Reply),
    TerminateChild(ChildId, Reply),
    RestartChild(ChildId, Reply),
    DeleteChild(ChildId, Reply),
    /// Stop all children in reverse start order, then end.
    Shutdown,
}

/// A running supervisor.
pub(crate) struct State {
    context: ChildContext,
    myself: ActorRef<SupervisorMessage>,
    tasks: Tasks<SupervisorMessage>,
    flags: Flags,
    machine: Machine,
    /// The machine's time is counted from here.
    began: Instant,
    /// How to start each child in the list.
    specs: std::collections::HashMap<ChildId, ChildSpec>,
    live: Live,
    requests: Requests,
    ready: Option<oneshot::Sender<Result<(), StartError>>>,
    end: Option<End>,
}

impl Actor for Supervisor {
    type Msg = SupervisorMessage;
    type State = State;
    type Arguments = Arguments;

    async fn pre_start(
        &self,
        myself: ActorRef<Self::Msg>,
        arguments: Arguments,
    ) -> Result<State, ActorProcessingErr> {
        let Arguments { context, flags, children, ready, end } = arguments;
        let rules = children.iter().map(|child| child.rules.clone());
        let (machine, commands) = Machine::boot(flags, rules, std::time::Duration::ZERO);
        let mut state = State {
            tasks: context.tasks(&myself),
            context,
            myself,
            flags,
            machine,
            began: Instant::now(),
            specs: children.into_iter().map(|child| (child.id().clone(), child)).collect(),
            live: Live::default(),
            requests: Requests::default(),
            ready: Some(ready),
            end,
        };
        state.carry_out(commands)?;
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<Self::Msg>,
        message: SupervisorMessage,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            SupervisorMessage::Launched(generation, Ok(cell)) => state.launched(generation, cell),
            SupervisorMessage::Launched(generation, Err(reason)) => state.not_launched(generation, reason),
            SupervisorMessage::Gone(generation, exit) => state.gone(generation, exit),
            SupervisorMessage::TimerFired(generation, timer) => {
                state.tell(Event::TimerFired(generation, timer))
            }
            SupervisorMessage::StartChild(spec, reply) => state.start_child(spec, reply),
            SupervisorMessage::TerminateChild(id, reply) => {
                let request = state.requests.note(reply);
                state.tell(Event::TerminateChild(request, id))
            }
            SupervisorMessage::RestartChild(id, reply) => {
                let request = state.requests.note(reply);
                state.tell(Event::RestartChild(request, id))
            }
            SupervisorMessage::DeleteChild(id, reply) => {
                let request = state.requests.note(reply);
                state.tell(Event::DeleteChild(request, id))
            }
            SupervisorMessage::Shutdown => state.tell(Event::Shutdown),
        }
    }

    async fn handle_supervisor_evt(
        &self,
        _myself: ActorRef<Self::Msg>,
        event: SupervisionEvent,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        state.supervision(event)
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<Self::Msg>,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        state.stop_what_is_left().await;
        Ok(())
    }
}
