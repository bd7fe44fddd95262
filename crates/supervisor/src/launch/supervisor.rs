//! Starting a supervisor: refill, names, and then the children.

use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use ractor::ActorCell;
use tokio::sync::oneshot;

use super::{Launch, Order, spawn};
use crate::error::{BoxError, StartError, chain};
use crate::shell::{Arguments, End, Supervisor, SupervisorMessage};
use crate::spec::SupervisorSpec;
use crate::supervised::Supervised;
use crate::task::panic_text;

/// Starts a supervisor and waits until all its children are up.
pub(crate) async fn supervisor(spec: SupervisorSpec, launch: Launch) -> Result<ActorCell, String> {
    boot(spec, launch, None).await.map_err(|error| chain(&error))
}

/// As [`supervisor`], for the root as well, whose end is told through `end`.
pub(crate) async fn boot(
    spec: SupervisorSpec,
    launch: Launch,
    end: Option<End>,
) -> Result<ActorCell, StartError> {
    let Launch { context, lease, parent, mut orders } = launch;
    let over = lease.over();
    let supervisor = context.id.clone();
    let mut children = spec.children;
    if let Some(refill) = spec.refill {
        tokio::select! {
            biased;
            _ = orders.wait_for(|order| *order != Order::Go) => {
                return Err(StartError::Interrupted { supervisor });
            }
            refilled = refilled(async { refill().await }) => match refilled {
                Ok(more) => children.extend(more),
                Err(reason) => return Err(StartError::Refill { supervisor, reason }),
            },
        }
    }
    let entries: Vec<_> = children.iter().map(|child| child.entry()).collect();
    if let Err(id) = context.directory.adopt_all(&supervisor, &entries) {
        return Err(StartError::DuplicateId { supervisor, id });
    }
    let (ready, mut is_ready) = oneshot::channel();
    let arguments = Arguments { context: context.clone(), flags: spec.flags, children, ready, end };
    let adapter = Supervised::new(Supervisor, context.clone(), lease);
    let Ok(cell) = spawn(adapter, arguments, parent).await else {
        over.wait().await;
        return Err(StartError::Interrupted { supervisor });
    };
    let half_way = HalfWay(Some(cell.clone()));
    loop {
        tokio::select! {
            biased;
            result = &mut is_ready => {
                half_way.arrived();
                let error = match result {
                    Ok(Ok(())) => return Ok(cell),
                    Ok(Err(error)) => error,
                    Err(_) => StartError::Interrupted { supervisor },
                };
                over.wait().await;
                return Err(error);
            }
            // Without a sender there is no parent any more, and nobody to stop what has been started.
            Err(_) | Ok(()) = orders.changed() => {
                let order = if orders.has_changed().is_err() { Order::Kill } else { *orders.borrow_and_update() };
                match order {
                    Order::Go => {}
                    Order::Stop => {
                        drop(context.incarnation.send(&cell, SupervisorMessage::Shutdown));
                    }
                    Order::Kill => cell.kill(),
                }
            }
        }
    }
}

/// Somebody who drops the start of a supervisor half way must not leave it behind.
struct HalfWay(Option<ActorCell>);

impl HalfWay {
    fn arrived(mut self) {
        self.0 = None;
    }
}

impl Drop for HalfWay {
    fn drop(&mut self) {
        if let Some(cell) = &self.0 {
            cell.kill();
        }
    }
}

async fn refilled<T>(refill: impl Future<Output = Result<T, BoxError>>) -> Result<T, String> {
    match AssertUnwindSafe(refill).catch_unwind().await {
        Ok(Ok(children)) => Ok(children),
        Ok(Err(error)) => Err(chain(error.as_ref())),
        Err(panic) => Err(panic_text(panic.as_ref())),
    }
}
