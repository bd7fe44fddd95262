//! Starting one incarnation of a child, from the first line of `make` to the moment it is up; and the ways in which a
//! start is called off. Runs in a task of the supervisor, which hears the result as a message.

mod supervisor;
mod worker;

use ractor::{Actor, ActorCell, SpawnErr};
use tokio::sync::watch;

use crate::context::ChildContext;
use crate::lease::Lease;
pub(crate) use supervisor::{boot, supervisor};
pub(crate) use worker::worker;

/// What a start needs.
pub(crate) struct Launch {
    pub(crate) context: ChildContext,
    pub(crate) lease: Lease,
    /// None for the root.
    pub(crate) parent: Option<ActorCell>,
    pub(crate) orders: watch::Receiver<Order>,
}

/// What the supervisor wants of a start that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Go,
    /// Call it off; what has been started may end in order.
    Stop,
    /// Call it off at once.
    Kill,
}

/// Spawns without a name: ractor's names are global to the process.
async fn spawn<A: Actor>(
    actor: A,
    arguments: A::Arguments,
    parent: Option<ActorCell>,
) -> Result<ActorCell, SpawnErr> {
    let (actor, _task) = match parent {
        Some(parent) => Actor::spawn_linked(None, actor, arguments, parent).await?,
        None => Actor::spawn(None, actor, arguments).await?,
    };
    Ok(actor.get_cell())
}
