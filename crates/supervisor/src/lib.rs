//! Supervision as in Erlang/OTP, over [`ractor`]: a tree of actors in which each failure is met by the nearest
//! supervisor with a rule that was written down beforehand. It knows nothing of what the actors do.
//!
//! ractor gives actors, mailboxes and the news of a child's end; what to do then it leaves to its users, and when a
//! parent ends it kills the children at once. This crate adds what OTP has for that:
//!
//! - **child specs** ([`ChildSpec`], [`SupervisorSpec`]): how to start, when to start again ([`Restart`]), how to stop
//!   ([`Shutdown`]), and who shares whose fate ([`Strategy`]);
//! - **restart intensity and escalation**: a supervisor that restarts too often stops its children in order and fails,
//!   so that its own parent decides; at the root, [`Tree::wait`] says which child it was and why;
//! - **ordered start and shutdown**: children start one after another, each when the one before it is up, and stop in
//!   reverse order, each with its `post_stop` and within its time, through all levels;
//! - **one incarnation at a time**: whatever a child held has been dropped before it is started again, before a sibling
//!   that had to wait for it is started or stopped, and before [`Tree::shutdown`] or [`Tree::wait`] returns;
//! - **children at run time** ([`SupervisorHandle`]), and supervisors that are **refilled** with them after their own
//!   restart ([`SupervisorSpec::refill`]);
//!
//! and three things that OTP has not:
//!
//! - **backoff** between restarts ([`Backoff`]);
//! - a [`Directory`] of the tree: names to present actors, and a picture of the whole ([`TreeView`]) with what each
//!   actor says it is doing, how it last ended, and how many messages wait, without asking any actor;
//! - **tasks** that belong to an actor, or are never cut short ([`Tasks`], [`task::detached`]).
//!
//! # An example
//!
//! ```
//! use std::time::Duration;
//!
//! use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
//! use supervisor::{ChildContext, ChildSpec, Directory, Strategy, SupervisorSpec, Tree};
//!
//! enum CounterMessage {
//!     Add(u64),
//!     Get(RpcReplyPort<u64>),
//! }
//!
//! struct Counter {
//!     context: ChildContext,
//! }
//!
//! impl Actor for Counter {
//!     type Msg = CounterMessage;
//!     type State = u64;
//!     type Arguments = u64;
//!
//!     async fn pre_start(&self, _: ActorRef<CounterMessage>, first: u64) -> Result<u64, ActorProcessingErr> {
//!         self.context.status.doing("counting");
//!         Ok(first)
//!     }
//!
//!     async fn handle(
//!         &self,
//!         _: ActorRef<CounterMessage>,
//!         message: CounterMessage,
//!         total: &mut u64,
//!     ) -> Result<(), ActorProcessingErr> {
//!         match message {
//!             CounterMessage::Add(number) => *total = total.checked_add(number).ok_or("too much to count")?,
//!             CounterMessage::Get(reply) => drop(reply.send(*total)),
//!         }
//!         Ok(())
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let spec = SupervisorSpec::new(Strategy::OneForOne)
//!     .intensity(5, Duration::from_secs(60))
//!     .child(ChildSpec::worker("counter", |context| (Counter { context }, 10)));
//! let tree = Tree::start(spec, Directory::new()).await?;
//!
//! let counter = tree.directory().handle::<CounterMessage>("counter");
//! counter.send(CounterMessage::Add(2))?;
//! assert_eq!(counter.call(CounterMessage::Get, Duration::from_secs(1)).await?, 12);
//!
//! // The counter fails, and the handle finds the next one.
//! counter.send(CounterMessage::Add(u64::MAX))?;
//! # while tree.directory().tree().find("counter").is_none_or(|node| node.restarts == 0) {
//! #     tokio::task::yield_now().await;
//! # }
//! counter.wait_present(Duration::from_secs(1)).await?;
//! assert_eq!(counter.call(CounterMessage::Get, Duration::from_secs(1)).await?, 10);
//! let view = tree.directory().tree();
//! let node = view.find("counter").expect("it is in the tree");
//! assert_eq!(node.last_exit.as_ref().expect("it has ended once").reason, "too much to count");
//!
//! tree.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! # What an actor should know
//!
//! - `pre_start` runs in a task, so a slow one holds up nobody but the siblings that are to start after it. An actor
//!   that needs the network to begin should ask for it in a first message all the same: until it is up it is away.
//! - An end counts as **abnormal** if a handler returned an error or panicked, or if the actor was killed or its task
//!   cancelled. `stop` with any reason, and a drained mailbox, are normal.
//! - An incarnation is over when all of it has been dropped: the actor, its arguments and state, a handler that was
//!   killed, its [`Tasks`], and, for a supervisor, its children. A file, a lock or a port in any of them is free for the
//!   next. Detached work, and a thread of its own (`spawn_blocking`), do not belong to an incarnation: what they hold may
//!   be held still.
//! - A kill takes effect at an `await`. An actor, task or `Drop` that computes or blocks without one can be neither
//!   stopped nor killed: there is no second incarnation until it is done. Its supervisor serves others meanwhile, shows
//!   it as stopping, and says so in the log after five seconds.
//! - Messages to an actor that ends are lost with its mailbox, as in OTP; what matters comes back from where it is kept.
//!
//! # How it is built
//!
//! All rules are in [`machine`], which is pure and held against a model of OTP over random histories
//! (`tests/otp_model`). A thin actor around it carries out its commands over ractor (`tests/it`).

mod context;
mod control;
mod directory;
mod error;
mod handle;
mod launch;
mod lease;
pub mod machine;
mod policy;
mod shell;
mod spec;
mod supervised;
pub mod task;
mod tree;

pub use context::{ChildContext, StatusReporter};
pub use control::{ChildCounts, ChildInfo, SupervisorHandle};
pub use directory::{Directory, DoingView, ExitView, NodeView, TreeView};
pub use error::{Away, BoxError, CallError, ChildError, Escalated, StartError, chain};
pub use handle::Handle;
pub use policy::{Backoff, ChildId, Flags, Kind, NodeState, Restart, Shutdown, Strategy};
pub use spec::{ChildSpec, SupervisorSpec};
pub use task::{Detached, Task, TaskFailed, Tasks};
pub use tree::{ROOT, Tree};
