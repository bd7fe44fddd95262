//! An actor that does what a test tells it, and a log of its starts and stops.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
use supervisor::{ChildContext, ChildSpec, Directory, Handle, Strategy, SupervisorSpec, Tree};

/// What a probe can be told.
pub(crate) enum Message {
    /// Return an error with a cause.
    Fail,
    Panic,
    StopNormally,
    /// Reply with the number of this incarnation, from 1.
    Ping(RpcReplyPort<u64>),
    /// Keep the handler busy.
    Sleep(Duration),
    /// Send so many messages to itself, past every handle.
    SendToSelf(usize),
    Nothing,
    /// Drop the reply port.
    Ignore(RpcReplyPort<()>),
    /// Stop the supervisor's actor, past its parent.
    StopSupervisor,
    KillSupervisor,
    KillSelf,
    Say(&'static str),
}

#[derive(Debug, thiserror::Error)]
#[error("the order was not sent")]
struct Failure(#[source] std::io::Error);

/// The place where probes live: it remembers who started and stopped, and says who may not start.
#[derive(Clone, Default)]
pub(crate) struct Stage {
    log: Arc<Mutex<Vec<String>>>,
    starts: Arc<Mutex<HashMap<String, u64>>>,
    failing: Arc<Mutex<HashMap<String, u32>>>,
}

impl Stage {
    /// A worker that logs `+id` when it is up and `-id` in its `post_stop`.
    pub(crate) fn worker(&self, id: &str) -> ChildSpec {
        self.slow_worker(id, Duration::ZERO, Duration::ZERO)
    }

    /// A worker that takes its time to start and to stop.
    pub(crate) fn slow_worker(&self, id: &str, to_start: Duration, to_stop: Duration) -> ChildSpec {
        let stage = self.clone();
        ChildSpec::worker(id, move |context| {
            let probe = Probe { stage: stage.clone(), context, to_start, to_stop };
            (probe, ())
        })
    }

    /// The next `times` starts of `id` fail.
    pub(crate) fn fail_starts(&self, id: &str, times: u32) {
        self.failing.lock().unwrap().insert(id.to_owned(), times);
    }

    /// What happened since the last call, as "+a +b -b".
    pub(crate) fn log(&self) -> String {
        std::mem::take(&mut *self.log.lock().unwrap()).join(" ")
    }

    fn note(&self, line: String) {
        self.log.lock().unwrap().push(line);
    }
}

pub(crate) struct Probe {
    stage: Stage,
    context: ChildContext,
    to_start: Duration,
    to_stop: Duration,
}

impl Actor for Probe {
    type Msg = Message;
    type State = u64;
    type Arguments = ();

    async fn pre_start(&self, _: ActorRef<Message>, (): ()) -> Result<u64, ActorProcessingErr> {
        let id = self.context.id.to_string();
        tokio::time::sleep(self.to_start).await;
        if let Some(left) = self.stage.failing.lock().unwrap().get_mut(&id).filter(|left| **left > 0) {
            *left -= 1;
            return Err(Failure(std::io::Error::other("connection reset")).into());
        }
        self.stage.note(format!("+{id}"));
        let mut starts = self.stage.starts.lock().unwrap();
        let number = starts.entry(id).or_insert(0);
        *number += 1;
        Ok(*number)
    }

    async fn post_stop(&self, _: ActorRef<Message>, _: &mut u64) -> Result<(), ActorProcessingErr> {
        tokio::time::sleep(self.to_stop).await;
        self.stage.note(format!("-{}", self.context.id));
        Ok(())
    }

    async fn handle(
        &self,
        myself: ActorRef<Message>,
        message: Message,
        number: &mut u64,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            Message::Fail => return Err(Failure(std::io::Error::other("connection reset")).into()),
            Message::Panic => panic!("a bug in {}", self.context.id),
            Message::StopNormally => myself.stop(Some("done".to_owned())),
            Message::Ping(reply) => drop(reply.send(*number)),
            Message::Sleep(time) => tokio::time::sleep(time).await,
            Message::SendToSelf(count) => {
                for _ in 0..count {
                    myself.send_message(Message::Nothing)?;
                }
            }
            Message::Nothing => {}
            Message::Ignore(reply) => drop(reply),
            Message::StopSupervisor => myself.try_get_supervisor().unwrap().stop(None),
            Message::KillSupervisor => myself.try_get_supervisor().unwrap().kill(),
            Message::KillSelf => myself.kill(),
            Message::Say(text) => self.context.status.doing(text),
        }
        Ok(())
    }
}

/// A supervisor that bears ten restarts in a second.
pub(crate) fn supervisor(strategy: Strategy, children: Vec<ChildSpec>) -> SupervisorSpec {
    let spec = SupervisorSpec::new(strategy).intensity(10, Duration::from_secs(1));
    children.into_iter().fold(spec, SupervisorSpec::child)
}

/// A running tree whose root bears ten restarts in a second.
pub(crate) async fn tree(strategy: Strategy, children: Vec<ChildSpec>) -> Tree {
    Tree::start(supervisor(strategy, children), Directory::new()).await.unwrap()
}

pub(crate) fn handle(tree: &Tree, id: &str) -> Handle<Message> {
    tree.directory().handle(id)
}

/// Tells a probe, and returns when nothing happens any more.
pub(crate) async fn tell(tree: &Tree, id: &str, message: Message) {
    handle(tree, id).send(message).unwrap();
    settle().await;
}

/// Paused time moves only when every task waits for it.
pub(crate) async fn settle() {
    tokio::time::sleep(Duration::from_millis(1)).await;
}

/// The number of the incarnation that answers.
pub(crate) async fn ping(tree: &Tree, id: &str) -> u64 {
    handle(tree, id).call(Message::Ping, Duration::from_secs(1)).await.unwrap()
}

/// The states of all nodes below the root, as "a=running b=stopped".
pub(crate) fn states(tree: &Tree) -> String {
    fn walk(node: &supervisor::NodeView, into: &mut Vec<String>) {
        for child in &node.children {
            let state = format!("{:?}", child.state).to_lowercase();
            into.push(format!("{}={state}", child.id));
            walk(child, into);
        }
    }
    let mut lines = Vec::new();
    walk(tree.directory().tree().root.as_ref().unwrap(), &mut lines);
    lines.join(" ")
}
