//! Starting one incarnation of a child, from the first line of `make` to the moment it is up; and the ways in which a
//! start is called off. Runs in a task of the supervisor, which hears the result as a message.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use ractor::concurrency::JoinHandle;
use ractor::{Actor, ActorCell, SpawnErr};
use tokio::sync::{oneshot, watch};

use crate::context::ChildContext;
use crate::error::{StartError, chain};
use crate::shell::{Arguments, End, Supervisor, SupervisorMessage};
use crate::spec::SupervisorSpec;
use crate::supervised::Supervised;
use crate::task::panic_text;

/// What a start needs.
pub(crate) struct Launch {
    pub(crate) context: ChildContext,
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

/// A child that is up. Its incarnation is over when its task is, for only then are the things in its state free.
#[derive(Debug)]
pub(crate) struct Launched {
    pub(crate) cell: ActorCell,
    pub(crate) task: JoinHandle<()>,
}

/// Starts an actor that `make` makes.
pub(crate) async fn worker<A: Actor, F>(make: Arc<F>, launch: Launch) -> Result<Launched, String>
where
    F: Fn(ChildContext) -> (A, A::Arguments) + Send + Sync + 'static,
{
    let Launch { context, parent, mut orders } = launch;
    let start = async {
        let (actor, arguments) = make(context.clone());
        spawn(Supervised::new(actor, context.clone()), arguments, parent).await
    };
    tokio::select! {
        biased;
        _ = orders.wait_for(|order| *order != Order::Go) => Err("the start was called off".to_owned()),
        started = AssertUnwindSafe(start).catch_unwind() => match started {
            Ok(Ok(launched)) => Ok(launched),
            Ok(Err(error)) => Err(context.incarnation.fate().map_or_else(|| cause(&error), str::to_owned)),
            Err(panic) => Err(panic_text(panic.as_ref())),
        },
    }
}

/// Starts a supervisor and waits until all its children are up.
pub(crate) async fn supervisor(spec: SupervisorSpec, launch: Launch) -> Result<Launched, String> {
    boot(spec, launch, None).await.map_err(|error| chain(&error))
}

/// As [`supervisor`], for the root as well, whose end is told through `end`.
pub(crate) async fn boot(
    spec: SupervisorSpec,
    launch: Launch,
    end: Option<End>,
) -> Result<Launched, StartError> {
    let Launch { context, parent, mut orders } = launch;
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
    let adapter = Supervised::new(Supervisor, context.clone());
    let Ok(launched) = spawn(adapter, arguments, parent).await else {
        return Err(StartError::Interrupted { supervisor });
    };
    let half_way = HalfWay(Some(launched.cell.clone()));
    loop {
        tokio::select! {
            biased;
            result = &mut is_ready => {
                half_way.is_over();
                let error = match result {
                    Ok(Ok(())) => return Ok(launched),
                    Ok(Err(error)) => error,
                    Err(_) => StartError::Interrupted { supervisor },
                };
                let _ = launched.task.await;
                return Err(error);
            }
            // Without a sender there is no parent any more, and nobody to stop what has been started.
            Err(_) | Ok(()) = orders.changed() => {
                let order = if orders.has_changed().is_err() { Order::Kill } else { *orders.borrow_and_update() };
                match order {
                    Order::Go => {}
                    Order::Stop => {
                        drop(context.incarnation.send(&launched.cell, SupervisorMessage::Shutdown));
                    }
                    Order::Kill => launched.cell.kill(),
                }
            }
        }
    }
}

/// Somebody who drops the start of a supervisor half way must not leave it behind.
struct HalfWay(Option<ActorCell>);

impl HalfWay {
    fn is_over(mut self) {
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

async fn refilled<T>(refill: impl Future<Output = Result<T, crate::BoxError>>) -> Result<T, String> {
    match AssertUnwindSafe(refill).catch_unwind().await {
        Ok(Ok(children)) => Ok(children),
        Ok(Err(error)) => Err(chain(error.as_ref())),
        Err(panic) => Err(panic_text(panic.as_ref() as &(dyn Any + Send))),
    }
}

/// Spawns without a name: ractor's names are global to the process.
async fn spawn<A: Actor>(
    actor: A,
    arguments: A::Arguments,
    parent: Option<ActorCell>,
) -> Result<Launched, SpawnErr> {
    let (actor, task) = match parent {
        Some(parent) => Actor::spawn_linked(None, actor, arguments, parent).await?,
        None => Actor::spawn(None, actor, arguments).await?,
    };
    Ok(Launched { cell: actor.get_cell(), task })
}

/// What the actor said; ractor's own words around it name nothing that is not known.
fn cause(error: &SpawnErr) -> String {
    match error {
        SpawnErr::StartupFailed(inner) => chain(inner.as_ref()),
        SpawnErr::ActorAlreadyStarted | SpawnErr::ActorAlreadyRegistered(_) => chain(error),
    }
}
