//! Carrying out what the machine asks for.

use std::collections::HashMap;

use ractor::ActorProcessingErr;
use tokio::sync::watch;

use super::live::Life;
use super::{Reply, State, SupervisorMessage};
use crate::context::ChildContext;
use crate::error::{ChildError, Escalated, StartError};
use crate::launch::{Launch, Order};
use crate::machine::{Command, Event, Generation, Outcome, RequestId};
use crate::policy::{ChildId, Kind};
use crate::spec::ChildSpec;

/// Reply ports of requests that the machine has not answered yet.
#[derive(Default)]
pub(super) struct Requests {
    open: HashMap<RequestId, Reply>,
    last: RequestId,
}

impl Requests {
    pub(super) fn note(&mut self, reply: Reply) -> RequestId {
        self.last += 1;
        self.open.insert(self.last, reply);
        self.last
    }

    fn answer(&mut self, request: RequestId, answer: Result<(), ChildError>) {
        if let Some(reply) = self.open.remove(&request) {
            // Whoever asked may have gone.
            let _ = reply.send(answer);
        }
    }
}

impl State {
    pub(super) fn tell(&mut self, event: Event) -> Result<(), ActorProcessingErr> {
        let commands = self.machine.handle(event, self.began.elapsed());
        self.carry_out(commands)
    }

    pub(super) fn start_child(&mut self, spec: ChildSpec, reply: Reply) -> Result<(), ActorProcessingErr> {
        let id = spec.id().clone();
        // A child of our own with this id, or a supervisor that is ending: the machine knows the refusal.
        if !self.specs.contains_key(&id) && !self.machine.is_ending() {
            if self.context.directory.adopt(Some(&self.context.id), &spec.entry()).is_err() {
                let _ = reply.send(Err(ChildError::DuplicateId { id }));
                return Ok(());
            }
            self.specs.insert(id, spec.clone());
        }
        let request = self.requests.note(reply);
        self.tell(Event::StartChild(request, spec.rules))
    }

    pub(super) fn carry_out(&mut self, commands: Vec<Command>) -> Result<(), ActorProcessingErr> {
        for command in commands {
            match command {
                Command::Start(id, generation) => self.start(id, generation),
                Command::Stop(_, generation) => self.order(generation, Order::Stop),
                Command::Kill(_, generation) => self.order(generation, Order::Kill),
                Command::SetTimer(generation, timer, after) => {
                    self.tasks.send_after(after, SupervisorMessage::TimerFired(generation, timer));
                }
                Command::Reply(request, answer) => self.requests.answer(request, answer),
                Command::Show(id, state) => self.context.directory.set_state(&id, state),
                Command::Forget(id) => {
                    self.specs.remove(&id);
                    self.context.directory.remove(&id);
                }
                Command::Ready => self.ready(Ok(())),
                Command::Finish(outcome) => self.finish(outcome)?,
            }
        }
        Ok(())
    }

    fn start(&mut self, id: ChildId, generation: Generation) {
        let Some(spec) = self.specs.get(&id) else { return };
        let (directory, above) = (self.context.directory.clone(), self.context.lease.upgrade());
        let (context, lease) = ChildContext::begin(directory, id.clone(), above);
        let (orders, heard) = watch::channel(Order::Go);
        let life = Life {
            id,
            kind: spec.rules.kind,
            incarnation: context.incarnation.clone(),
            orders,
            over: lease.over(),
            cell: None,
        };
        let parent = Some(self.myself.get_cell());
        let start = (spec.start)(Launch { context, lease, parent, orders: heard });
        self.live.insert(generation, life);
        let report = move |result| SupervisorMessage::Launched(generation, result);
        self.tasks.spawn_reporting("start a child", start, report);
    }

    fn order(&mut self, generation: Generation, order: Order) {
        let Some(life) = self.live.get_mut(generation) else { return };
        let Some(cell) = &life.cell else {
            life.orders.send_replace(order);
            return;
        };
        match (order, life.kind) {
            (Order::Go, _) => {}
            (Order::Kill, _) => cell.kill(),
            (Order::Stop, Kind::Worker) => cell.stop(Some("shutdown".to_owned())),
            // If it does not take messages any more, it is ending already.
            (Order::Stop, Kind::Supervisor) => {
                let _ = life.incarnation.send(cell, SupervisorMessage::Shutdown);
            }
        }
    }

    fn ready(&mut self, result: Result<(), StartError>) {
        if let Some(ready) = self.ready.take() {
            // Nobody listens any more if the start was called off.
            let _ = ready.send(result);
        }
    }

    /// All children are down: the supervisor ends too, with an error if its parent is to see a failure.
    fn finish(&mut self, outcome: Outcome) -> Result<(), ActorProcessingErr> {
        let supervisor = self.context.id.clone();
        let gave_up = match outcome {
            Outcome::ShutDown => None,
            Outcome::BootFailed(id, reason) => {
                self.ready(Err(StartError::Child { supervisor, id, reason }));
                None
            }
            Outcome::GaveUp(child, reason) => {
                let (intensity, period) = (self.flags.intensity, self.flags.period);
                let error = Escalated::GaveUp { supervisor, child, reason, intensity, period };
                tracing::error!(%error, "a supervisor gave up");
                Some(error)
            }
        };
        if let Some(end) = self.end.take() {
            end.send_replace(Some(gave_up.clone().map_or(Ok(()), Err)));
        }
        match gave_up {
            // As long as it is not up, its failure is a failed start.
            Some(error) if self.ready.is_some() => self.ready(Err(error.into())),
            Some(error) => return Err(error.into()),
            None => {}
        }
        self.myself.stop(Some("shutdown".to_owned()));
        Ok(())
    }
}
