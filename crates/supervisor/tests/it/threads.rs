//! On several threads, where a child's end and its successor's start could meet.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::Strategy::OneForOne;
use supervisor::{ChildSpec, Directory, SupervisorSpec, Tree};

/// Something of which there is one, such as a database file.
#[derive(Clone, Default)]
struct File {
    open: Arc<AtomicBool>,
    refused: Arc<AtomicU64>,
}

struct OpenFile(File);

impl Drop for OpenFile {
    fn drop(&mut self) {
        // Long enough for a successor that does not wait to find it open.
        std::thread::sleep(Duration::from_micros(200));
        self.0.open.store(false, Ordering::SeqCst);
    }
}

struct Owner(File);

impl Actor for Owner {
    type Msg = ();
    type State = OpenFile;
    type Arguments = ();

    async fn pre_start(&self, _: ActorRef<()>, (): ()) -> Result<OpenFile, ActorProcessingErr> {
        if self.0.open.swap(true, Ordering::SeqCst) {
            self.0.refused.fetch_add(1, Ordering::SeqCst);
            return Err("the file is open".into());
        }
        Ok(OpenFile(self.0.clone()))
    }

    async fn handle(&self, _: ActorRef<()>, (): (), _: &mut OpenFile) -> Result<(), ActorProcessingErr> {
        Err("no more".into())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_incarnation_has_let_go_of_all_it_held_before_the_next_begins() {
    let file = File::default();
    let owned = file.clone();
    let child = ChildSpec::worker("owner", move |_| (Owner(owned.clone()), ()));
    let spec = SupervisorSpec::new(OneForOne).intensity(1000, Duration::from_secs(60)).child(child);
    let tree = Tree::start(spec, Directory::new()).await.unwrap();
    let owner = tree.directory().handle::<()>("owner");
    let restarts = || tree.directory().tree().find("owner").map_or(0, |node| node.restarts);
    for number in 1..=200 {
        owner.send(()).unwrap();
        tree.directory().changes().wait_for(|_| restarts() == number).await.unwrap();
        owner.wait_present(Duration::from_secs(60)).await.unwrap();
    }
    assert_eq!(file.refused.load(Ordering::SeqCst), 0);
    tree.shutdown().await;
}
