//! Dynamic supervisors that come back with the children they should have.

use std::sync::{Arc, Mutex};

use supervisor::Strategy::OneForOne;
use supervisor::{BoxError, ChildSpec, Directory, SupervisorSpec, Tree};

use crate::probe::{Message, Stage, ping, states, supervisor, tell, tree};

type Store = Arc<Mutex<Result<Vec<&'static str>, String>>>;

/// A supervisor whose children are those that the store knows.
fn refilled(stage: &Stage, store: &Store) -> SupervisorSpec {
    let (stage, store) = (stage.clone(), store.clone());
    supervisor(OneForOne, vec![]).refill(move || {
        let (stage, known) = (stage.clone(), store.lock().unwrap().clone());
        async move { Ok(known.map_err(BoxError::from)?.into_iter().map(|id| stage.worker(id)).collect()) }
    })
}

#[tokio::test(start_paused = true)]
async fn the_children_come_from_the_store_at_every_start() {
    let (stage, store) = (Stage::default(), Store::new(Mutex::new(Ok(vec!["ana", "ben"]))));
    let tree = tree(OneForOne, vec![ChildSpec::supervisor("accounts", refilled(&stage, &store))]).await;
    assert_eq!(states(&tree), "accounts=running ana=running ben=running");
    tree.directory().supervisor("accounts").start_child(stage.worker("guest")).await.unwrap();
    *store.lock().unwrap() = Ok(vec!["ben", "cleo"]);
    tell(&tree, "ana", Message::KillSupervisor).await;
    assert_eq!(states(&tree), "accounts=running ben=running cleo=running");
    assert_eq!(ping(&tree, "ben").await, 2);
    assert_eq!(tree.directory().tree().find("ben").unwrap().restarts, 1);
}

#[tokio::test(start_paused = true)]
async fn a_refill_that_fails_at_the_first_start_is_the_error() {
    let (stage, store) = (Stage::default(), Store::new(Mutex::new(Err("no database".into()))));
    let spec = supervisor(OneForOne, vec![ChildSpec::supervisor("accounts", refilled(&stage, &store))]);
    let error = Tree::start(spec, Directory::new()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "child `accounts` of supervisor `root` did not start: \
         supervisor `accounts` could not be refilled: no database"
    );
}

#[tokio::test(start_paused = true)]
async fn a_refill_that_fails_at_a_restart_is_tried_again() {
    let (stage, store) = (Stage::default(), Store::new(Mutex::new(Ok(vec!["ana"]))));
    let backoff =
        supervisor::Backoff::exponential(std::time::Duration::from_secs(5), std::time::Duration::MAX);
    let accounts = ChildSpec::supervisor("accounts", refilled(&stage, &store)).backoff(backoff);
    let tree = tree(OneForOne, vec![accounts]).await;
    *store.lock().unwrap() = Err("no database".into());
    tell(&tree, "ana", Message::KillSupervisor).await;
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    assert!(states(&tree).starts_with("accounts=restarting"));
    *store.lock().unwrap() = Ok(vec!["ana"]);
    tokio::time::sleep(std::time::Duration::from_secs(10)).await;
    assert_eq!(ping(&tree, "ana").await, 2);
}
