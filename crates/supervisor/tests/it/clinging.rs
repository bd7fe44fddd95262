//! A child that has ended but does not let go: its successor and those who stop before it wait, and nobody else does.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::Strategy::OneForOne;
use supervisor::{ChildContext, ChildSpec, NodeState, Tree};
use tokio::sync::Notify;

use crate::probe::{Stage, tree};

const PATIENCE: Duration = Duration::from_secs(60);

/// Its drop takes until the other end of the channel is dropped.
struct Grip(mpsc::Receiver<()>);

impl Drop for Grip {
    fn drop(&mut self) {
        let _ = self.0.recv();
    }
}

#[derive(Clone, Copy)]
enum Place {
    State,
    Task,
}

/// Stops when it is told anything; its first incarnation has a grip in its state or in a task.
struct Clinging {
    context: ChildContext,
    place: Place,
    stopped: Arc<Notify>,
}

impl Actor for Clinging {
    type Msg = ();
    type State = Option<Grip>;
    type Arguments = Option<Grip>;

    async fn pre_start(
        &self,
        myself: ActorRef<()>,
        grip: Option<Grip>,
    ) -> Result<Option<Grip>, ActorProcessingErr> {
        match self.place {
            Place::State => Ok(grip),
            Place::Task => {
                self.context.tasks(&myself).spawn("cling", async move {
                    let _grip = grip;
                    std::future::pending().await
                });
                Ok(None)
            }
        }
    }

    async fn handle(
        &self,
        myself: ActorRef<()>,
        (): (),
        _: &mut Option<Grip>,
    ) -> Result<(), ActorProcessingErr> {
        myself.stop(None);
        Ok(())
    }

    async fn post_stop(&self, _: ActorRef<()>, _: &mut Option<Grip>) -> Result<(), ActorProcessingErr> {
        self.stopped.notify_one();
        Ok(())
    }
}

/// A tree of a clinging child, which has stopped, and `later`; and what makes the child let go when it is dropped.
async fn stopped(place: Place) -> (Tree, Stage, mpsc::Sender<()>) {
    let stage = Stage::default();
    let (release, held) = mpsc::channel();
    let first = Mutex::new(Some(Grip(held)));
    let stopped = Arc::new(Notify::new());
    let noted = stopped.clone();
    let make =
        move |context| (Clinging { context, place, stopped: noted.clone() }, first.lock().unwrap().take());
    let tree = tree(OneForOne, vec![ChildSpec::worker("clinging", make), stage.worker("later")]).await;
    tree.directory().handle("clinging").send(()).unwrap();
    stopped.notified().await;
    (tree, stage, release)
}

fn state(tree: &Tree, id: &str) -> NodeState {
    tree.directory().tree().find(id).unwrap().state
}

async fn a_new_child_can_be_started_meanwhile(place: Place) {
    let (tree, stage, release) = stopped(place).await;
    tree.directory().supervisor("root").start_child(stage.worker("new")).await.unwrap();
    let clinging = tree.directory().handle::<()>("clinging");
    assert!(!clinging.is_present(), "the successor is there too early");
    drop(release);
    clinging.wait_present(PATIENCE).await.unwrap();
    tree.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_state_that_is_slow_to_drop_does_not_keep_its_supervisor_from_others() {
    a_new_child_can_be_started_meanwhile(Place::State).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_task_that_is_slow_to_drop_does_not_keep_its_supervisor_from_others() {
    a_new_child_can_be_started_meanwhile(Place::Task).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_child_that_has_not_let_go_yet_is_shown_as_stopping() {
    let (tree, _stage, release) = stopped(Place::Task).await;
    let mut changes = tree.directory().changes();
    changes.wait_for(|_| state(&tree, "clinging") == NodeState::Stopping).await.unwrap();
    drop(release);
    changes.wait_for(|_| state(&tree, "clinging") == NodeState::Running).await.unwrap();
    tree.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_shutdown_begins_while_a_child_has_not_let_go_and_ends_when_it_has() {
    let (tree, stage, release) = stopped(Place::Task).await;
    let released = async {
        let later_is_down = |_: &u64| state(&tree, "later") == NodeState::Stopped;
        tree.directory().changes().wait_for(later_is_down).await.unwrap();
        assert_ne!(state(&tree, "root"), NodeState::Stopped);
        drop(release);
    };
    tokio::join!(tree.shutdown(), released);
    assert_eq!(stage.log(), "+later -later");
    assert_eq!(state(&tree, "clinging"), NodeState::Stopped);
}
