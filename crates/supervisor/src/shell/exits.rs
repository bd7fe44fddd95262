//! Starts and ends of children, as ractor and the start tasks tell them.

use ractor::{ActorProcessingErr, SupervisionEvent};

use super::{State, SupervisorMessage};
use crate::error::chain;
use crate::launch::{Launched, Order};
use crate::machine::{Event, Exit, Generation};
use crate::policy::Kind;

impl State {
    pub(super) fn launched(
        &mut self,
        generation: Generation,
        launched: Launched,
    ) -> Result<(), ActorProcessingErr> {
        let early = self.live.launched(generation, launched);
        self.tell(Event::Started(generation))?;
        match early {
            Some(exit) => self.ended(generation, exit),
            None => Ok(()),
        }
    }

    pub(super) fn not_launched(
        &mut self,
        generation: Generation,
        reason: String,
    ) -> Result<(), ActorProcessingErr> {
        if let Some(life) = self.live.remove(generation) {
            let called_off = *life.orders.borrow() != Order::Go;
            if !called_off {
                tracing::warn!(supervisor = %self.context.id, child = %life.id, reason, "a child did not start");
            }
            self.context.directory.ended(&life.id, &reason, !called_off);
        }
        self.tell(Event::StartFailed(generation, reason))
    }

    pub(super) fn supervision(&mut self, event: SupervisionEvent) -> Result<(), ActorProcessingErr> {
        let (actor, exit) = match event {
            // The state that ractor hands over goes here and now: a file or a lock in it must be free for the next.
            SupervisionEvent::ActorTerminated(cell, _state, reason) => (cell.get_id(), exit_of(reason)),
            SupervisionEvent::ActorFailed(cell, error) => {
                (cell.get_id(), Exit::Abnormal(chain(error.as_ref())))
            }
            SupervisionEvent::ActorStarted(_) | SupervisionEvent::ProcessGroupChanged(_) => return Ok(()),
        };
        match self.live.ended(actor, &exit) {
            Some(generation) => self.ended(generation, exit),
            None => Ok(()),
        }
    }

    /// Waits, in a task, until the incarnation and all that was below it have gone.
    fn ended(&mut self, generation: Generation, exit: Exit) -> Result<(), ActorProcessingErr> {
        let Some(life) = self.live.get_mut(generation) else { return Ok(()) };
        // A killed supervisor's children are killed with it, but may outlive it by a moment.
        let below = match life.kind {
            Kind::Supervisor => self.context.directory.alive_below(&life.id),
            Kind::Worker => Vec::new(),
        };
        let task = life.task.take().filter(|task| !task.is_finished());
        if task.is_none() && below.is_empty() {
            return self.gone(generation, exit);
        }
        let remainder = async move {
            if let Some(task) = task {
                // An error would be a panic inside ractor; gone is gone.
                let _ = task.await;
            }
            for cell in below {
                let _ = cell.wait(None).await;
            }
        };
        let report = move |()| SupervisorMessage::Gone(generation, exit);
        self.tasks.spawn_reporting("wait for the end", remainder, report);
        Ok(())
    }

    pub(super) fn gone(&mut self, generation: Generation, exit: Exit) -> Result<(), ActorProcessingErr> {
        let Some(life) = self.live.remove(generation) else { return Ok(()) };
        let exit = match (exit, life.incarnation.fate()) {
            (Exit::Abnormal(_), Some(fate)) => Exit::Abnormal(fate.to_owned()),
            (exit, _) => exit,
        };
        let (supervisor, child) = (&self.context.id, &life.id);
        match &exit {
            Exit::Normal(reason) => {
                tracing::debug!(%supervisor, %child, reason, "a child has stopped");
                self.context.directory.ended(child, reason, false);
            }
            Exit::Abnormal(reason) => {
                tracing::warn!(%supervisor, %child, reason, "a child has failed");
                self.context.directory.ended(child, reason, true);
            }
        }
        self.tell(Event::Exited(generation, exit))
    }
}

/// ractor tells a kill and a cancelled task as normal ends, by these words.
fn exit_of(reason: Option<String>) -> Exit {
    match reason {
        Some(reason) if reason == "killed" || reason == "actor_task_cancelled" => Exit::Abnormal(reason),
        Some(reason) => Exit::Normal(reason),
        None => Exit::Normal("stopped".to_owned()),
    }
}
