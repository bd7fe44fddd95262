//! When somebody stops a supervisor's actor itself, past its parent, ractor would kill the children at once. They are
//! stopped here instead: last one first, each within its time. The machine is not asked any more: in `post_stop` an
//! actor hears nothing.

use tokio::time::timeout;

use super::State;
use super::live::Life;
use crate::launch::Order;
use crate::policy::{ChildId, Kind, NodeState, Shutdown};
use crate::shell::SupervisorMessage;

impl State {
    /// Does nothing after an orderly shutdown, which leaves nobody.
    pub(super) async fn stop_what_is_left(&mut self) {
        let ids: Vec<ChildId> = self.machine.children().map(|(id, _)| id.clone()).collect();
        for id in ids.iter().rev() {
            let Some(spec) = self.specs.get(id) else { continue };
            let Some(life) = self.live.of_child(id) else { continue };
            self.context.directory.set_state(id, NodeState::Stopping);
            stop(life, spec.rules.shutdown).await;
            self.context.directory.ended(id, "shutdown", false);
            self.context.directory.set_state(id, NodeState::Stopped);
        }
    }
}

async fn stop(life: &Life, shutdown: Shutdown) {
    match (&life.cell, shutdown, life.kind) {
        (None, ..) => drop(life.orders.send_replace(Order::Kill)),
        (Some(cell), Shutdown::Kill, _) => cell.kill(),
        (Some(cell), _, Kind::Worker) => cell.stop(Some("shutdown".to_owned())),
        // If it does not take messages any more, it is ending already.
        (Some(cell), _, Kind::Supervisor) => drop(life.incarnation.send(cell, SupervisorMessage::Shutdown)),
    }
    if let (Some(cell), Shutdown::Timeout(limit)) = (&life.cell, shutdown)
        && timeout(limit, life.over.clone().wait()).await.is_err()
    {
        cell.kill();
    }
    life.over.clone().wait().await;
}
