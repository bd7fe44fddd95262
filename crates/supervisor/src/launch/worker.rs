//! Starting an actor that is not a supervisor.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use ractor::{Actor, ActorCell, SpawnErr};

use super::{Launch, Order, spawn};
use crate::context::ChildContext;
use crate::error::chain;
use crate::supervised::Supervised;
use crate::task::panic_text;

/// Starts an actor that `make` makes. A start that fails has left nothing behind when this returns.
pub(crate) async fn worker<A: Actor, F>(make: Arc<F>, launch: Launch) -> Result<ActorCell, String>
where
    F: Fn(ChildContext) -> (A, A::Arguments) + Send + Sync + 'static,
{
    let Launch { context, lease, parent, mut orders } = launch;
    let over = lease.over();
    let start = async {
        let (actor, arguments) = make(context.clone());
        spawn(Supervised::new(actor, context.clone(), lease), arguments, parent).await
    };
    let started = tokio::select! {
        biased;
        _ = orders.wait_for(|order| *order != Order::Go) => Err("the start was called off".to_owned()),
        started = AssertUnwindSafe(start).catch_unwind() => match started {
            Ok(Ok(cell)) => Ok(cell),
            Ok(Err(error)) => Err(context.incarnation.fate().map_or_else(|| cause(&error), str::to_owned)),
            Err(panic) => Err(panic_text(panic.as_ref())),
        },
    };
    if started.is_err() {
        over.wait().await;
    }
    started
}

/// What the actor said; ractor's own words around it name nothing that is not known.
fn cause(error: &SpawnErr) -> String {
    match error {
        SpawnErr::StartupFailed(inner) => chain(inner.as_ref()),
        SpawnErr::ActorAlreadyStarted | SpawnErr::ActorAlreadyRegistered(_) => chain(error),
    }
}
