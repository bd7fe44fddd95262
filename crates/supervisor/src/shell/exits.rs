//! Starts and ends of children, as ractor and the start tasks tell them.

use std::time::Duration;

use ractor::{ActorCell, ActorProcessingErr, SupervisionEvent};
use tokio::time::timeout;

use super::{State, SupervisorMessage};
use crate::error::chain;
use crate::launch::Order;
use crate::machine::{Event, Exit, Generation};
use crate::policy::NodeState;

/// A child that takes longer to let go of what it held is worth a word in the log. Its successor waits all the same:
/// two at once would be worse than none, which a person can see.
const LONG: Duration = Duration::from_secs(5);

impl State {
    pub(super) fn launched(
        &mut self,
        generation: Generation,
        cell: ActorCell,
    ) -> Result<(), ActorProcessingErr> {
        let early = self.live.launched(generation, cell);
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
            SupervisionEvent::ActorTerminated(cell, _, reason) => (cell.get_id(), exit_of(reason)),
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

    /// Its actor has ended; waits, in a task, until all of it has.
    fn ended(&mut self, generation: Generation, exit: Exit) -> Result<(), ActorProcessingErr> {
        let Some(life) = self.live.get_mut(generation) else { return Ok(()) };
        if life.over.is_past() {
            return self.gone(generation, exit);
        }
        self.context.directory.set_state(&life.id, NodeState::Stopping);
        let (over, child) = (life.over.clone(), life.id.clone());
        let letting_go = async move {
            if timeout(LONG, over.clone().wait()).await.is_err() {
                tracing::warn!(%child, "a child has ended, but still holds something: a task or a drop that blocks");
                over.wait().await;
            }
        };
        let report = move |()| SupervisorMessage::Gone(generation, exit);
        self.tasks.spawn_reporting("wait for the end", letting_go, report);
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
