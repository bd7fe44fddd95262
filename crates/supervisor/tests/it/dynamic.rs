//! Children that come and go at run time.

use std::time::Duration;

use supervisor::Strategy::{OneForAll, OneForOne};
use supervisor::{Away, Backoff, ChildCounts, ChildError, ChildSpec, Restart, SupervisorHandle, Tree};

use crate::probe::{self, Message, Stage, ping, settle, states, tell, tree};

fn root(tree: &Tree) -> SupervisorHandle {
    tree.directory().supervisor("root")
}

#[tokio::test(start_paused = true)]
async fn a_started_child_is_up_and_under_supervision() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![]).await;
    root(&tree).start_child(stage.worker("a")).await.unwrap();
    assert_eq!(ping(&tree, "a").await, 1);
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(ping(&tree, "a").await, 2);
}

#[tokio::test(start_paused = true)]
async fn a_child_that_does_not_start_is_not_kept() {
    let stage = Stage::default();
    stage.fail_starts("a", 1);
    let tree = tree(OneForOne, vec![]).await;
    let refused = root(&tree).start_child(stage.worker("a")).await;
    let reason = "the order was not sent: connection reset".to_owned();
    assert_eq!(refused, Err(ChildError::StartFailed { id: "a".into(), reason }));
    assert_eq!(states(&tree), "");
    root(&tree).start_child(stage.worker("a")).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn terminate_restart_and_delete_follow_each_other() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let (root, id) = (root(&tree), || "a".into());
    assert_eq!(root.delete_child("a").await, Err(ChildError::Running { id: id() }));
    assert_eq!(root.restart_child("a").await, Err(ChildError::Running { id: id() }));
    root.terminate_child("a").await.unwrap();
    assert_eq!(stage.log(), "+a -a");
    assert_eq!(root.start_child(stage.worker("a")).await, Err(ChildError::AlreadyPresent { id: id() }));
    root.restart_child("a").await.unwrap();
    root.terminate_child("a").await.unwrap();
    root.delete_child("a").await.unwrap();
    assert_eq!(root.restart_child("a").await, Err(ChildError::NotFound { id: id() }));
    assert_eq!(states(&tree), "");
}

#[tokio::test(start_paused = true)]
async fn a_child_terminated_during_its_backoff_stays_dead() {
    let stage = Stage::default();
    let backoff = Backoff::exponential(Duration::from_secs(60), Duration::from_secs(60));
    let tree = tree(OneForOne, vec![stage.worker("a").backoff(backoff)]).await;
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(root(&tree).delete_child("a").await, Err(ChildError::Restarting { id: "a".into() }));
    root(&tree).terminate_child("a").await.unwrap();
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert_eq!((states(&tree).as_str(), stage.log().as_str()), ("a=stopped", "+a"));
}

#[tokio::test(start_paused = true)]
async fn a_terminated_temporary_child_leaves_the_list() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a").restart(Restart::Temporary)]).await;
    root(&tree).terminate_child("a").await.unwrap();
    assert_eq!(states(&tree), "");
}

#[tokio::test(start_paused = true)]
async fn a_terminated_child_comes_back_when_all_are_restarted_as_in_otp() {
    let stage = Stage::default();
    let tree = tree(OneForAll, vec![stage.worker("a"), stage.worker("b")]).await;
    root(&tree).terminate_child("b").await.unwrap();
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(stage.log(), "+a +b -b +a +b");
}

#[tokio::test(start_paused = true)]
async fn an_id_that_another_supervisor_uses_is_refused() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", probe::supervisor(OneForOne, vec![stage.worker("a")]));
    let tree = tree(OneForOne, vec![inner]).await;
    let refused = root(&tree).start_child(stage.worker("a")).await;
    assert_eq!(refused, Err(ChildError::DuplicateId { id: "a".into() }));
}

#[tokio::test(start_paused = true)]
async fn the_children_are_listed_and_counted() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", probe::supervisor(OneForOne, vec![]));
    let tree = tree(OneForOne, vec![stage.worker("a"), inner, stage.worker("b")]).await;
    root(&tree).terminate_child("a").await.unwrap();
    let ids: Vec<String> = root(&tree).which_children().into_iter().map(|child| child.id).collect();
    assert_eq!(ids, ["a", "inner", "b"]);
    let counts = ChildCounts { specs: 3, active: 2, supervisors: 1, workers: 2 };
    assert_eq!(root(&tree).count_children(), counts);
}

#[tokio::test(start_paused = true)]
async fn requests_to_nobody_say_so() {
    let tree = tree(OneForOne, vec![]).await;
    let nobody = tree.directory().supervisor("nobody");
    assert_eq!(nobody.terminate_child("a").await, Err(Away { id: "nobody".into() }.into()));
    tree.shutdown().await;
    settle().await;
    assert_eq!(root(&tree).terminate_child("a").await, Err(Away { id: "root".into() }.into()));
}

#[tokio::test(start_paused = true)]
async fn a_slow_start_keeps_nobody_waiting() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let slow = stage.slow_worker("slow", Duration::from_secs(3600), Duration::ZERO);
    let supervisor = root(&tree);
    let _starter = tokio::task::JoinSet::from_iter([async move { supervisor.start_child(slow).await }]);
    settle().await;
    root(&tree).start_child(stage.worker("b")).await.unwrap();
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(stage.log(), "+a +b +a");
}
