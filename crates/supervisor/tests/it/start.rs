//! The first start of a tree: in order, and if it fails, with a clear error and nobody left behind.

use std::time::Duration;

use supervisor::Strategy::OneForOne;
use supervisor::{ChildSpec, Directory, NodeState, StartError, Tree};

use crate::probe::{Message, Stage, handle, settle, supervisor, tree};

#[tokio::test(start_paused = true)]
async fn a_tree_is_returned_when_all_are_up_one_after_another() {
    let stage = Stage::default();
    let slow = stage.slow_worker("slow", Duration::from_secs(3), Duration::ZERO);
    let began = tokio::time::Instant::now();
    let tree = tree(OneForOne, vec![slow, stage.worker("quick")]).await;
    assert_eq!(began.elapsed(), Duration::from_secs(3));
    assert_eq!(stage.log(), "+slow +quick");
    assert!(handle(&tree, "quick").is_present());
    assert_eq!(tree.directory().tree().root.unwrap().state, NodeState::Running);
}

#[tokio::test(start_paused = true)]
async fn a_child_that_does_not_start_is_named_and_the_others_are_stopped_in_order() {
    let stage = Stage::default();
    stage.fail_starts("c", 1);
    let inner =
        ChildSpec::supervisor("inner", supervisor(OneForOne, vec![stage.worker("b"), stage.worker("c")]));
    let spec = supervisor(OneForOne, vec![stage.worker("a"), inner, stage.worker("d")]);
    let directory = Directory::new();
    let error = Tree::start(spec, directory.clone()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "child `inner` of supervisor `root` did not start: child `c` of supervisor `inner` did not start: \
         the order was not sent: connection reset"
    );
    assert_eq!(stage.log(), "+a +b -b -a");
    assert_eq!(directory.tree().root.unwrap().state, NodeState::Failed);
}

#[tokio::test(start_paused = true)]
async fn a_panic_while_an_actor_is_made_is_a_failed_start() {
    let make = |_| -> (crate::probe::Probe, ()) { panic!("no address") };
    let spec = supervisor(OneForOne, vec![ChildSpec::worker("a", make)]);
    let error = Tree::start(spec, Directory::new()).await.unwrap_err();
    let (supervisor, id) = ("root".into(), "a".into());
    assert_eq!(error, StartError::Child { supervisor, id, reason: "no address".into() });
}

#[tokio::test(start_paused = true)]
async fn an_id_cannot_be_used_twice_in_a_tree() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", supervisor(OneForOne, vec![stage.worker("a")]));
    let spec = supervisor(OneForOne, vec![stage.worker("a"), inner]);
    let error = Tree::start(spec, Directory::new()).await.unwrap_err();
    assert!(error.to_string().contains("supervisor `inner` has a child `a`, but another node"), "{error}");
    assert_eq!(stage.log(), "+a -a");
}

#[tokio::test(start_paused = true)]
async fn a_directory_serves_one_tree_and_two_trees_fit_in_one_process() {
    let stage = Stage::default();
    let first = tree(OneForOne, vec![stage.worker("a")]).await;
    let second = tree(OneForOne, vec![stage.worker("a")]).await;
    handle(&first, "a").send(Message::Panic).unwrap();
    settle().await;
    assert_eq!(first.directory().tree().find("a").unwrap().restarts, 1);
    assert_eq!(second.directory().tree().find("a").unwrap().restarts, 0);
    let error = Tree::start(supervisor(OneForOne, vec![]), first.directory().clone()).await.unwrap_err();
    assert!(matches!(error, StartError::DuplicateId { .. }));
}

#[tokio::test(start_paused = true)]
async fn a_start_that_is_dropped_half_way_leaves_nobody_behind() {
    let stage = Stage::default();
    let endless = stage.slow_worker("b", Duration::from_secs(3600), Duration::ZERO);
    let spec = supervisor(OneForOne, vec![stage.worker("a"), endless]);
    let directory = Directory::new();
    let start = Tree::start(spec, directory.clone());
    assert!(tokio::time::timeout(Duration::from_secs(1), start).await.is_err());
    settle().await;
    assert!(!directory.handle::<Message>("a").is_present());
}
