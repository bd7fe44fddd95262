//! When a supervisor gives up, and what its parent makes of it.

use std::time::Duration;

use supervisor::Strategy::OneForOne;
use supervisor::{ChildSpec, Directory, Escalated, NodeState, SupervisorSpec, Tree};

use crate::probe::{Message, Stage, ping, settle, states, supervisor, tell, tree};

fn strict(children: Vec<ChildSpec>) -> SupervisorSpec {
    supervisor(OneForOne, children).intensity(1, Duration::from_secs(5))
}

#[tokio::test(start_paused = true)]
async fn the_root_gives_up_after_stopping_all_in_order_and_names_the_child() {
    let stage = Stage::default();
    let spec = strict(["a", "b", "c"].map(|id| stage.worker(id)).into());
    let tree = Tree::start(spec, Directory::new()).await.unwrap();
    tell(&tree, "b", Message::Fail).await;
    stage.log();
    tell(&tree, "b", Message::Panic).await;
    assert_eq!(stage.log(), "-c -a");
    let error = tree.wait().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "supervisor `root` gave up: more than 1 restarts within 5s; last, child `b` ended: a bug in b"
    );
    settle().await;
    assert_eq!(states(&tree), "a=stopped b=failed c=stopped");
    assert_eq!(tree.directory().tree().root.unwrap().state, NodeState::Failed);
}

#[tokio::test(start_paused = true)]
async fn failures_further_apart_than_the_period_are_borne() {
    let stage = Stage::default();
    let tree = Tree::start(strict(vec![stage.worker("a")]), Directory::new()).await.unwrap();
    for _ in 0..10 {
        tell(&tree, "a", Message::Panic).await;
        tokio::time::sleep(Duration::from_secs(6)).await;
    }
    assert_eq!(ping(&tree, "a").await, 11);
}

#[tokio::test(start_paused = true)]
async fn a_supervisor_that_gives_up_is_restarted_by_its_parent_with_all_its_children() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", strict(vec![stage.worker("a"), stage.worker("b")]));
    let tree = tree(OneForOne, vec![stage.worker("sibling"), inner]).await;
    tell(&tree, "a", Message::Panic).await;
    stage.log();
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(stage.log(), "-b +a +b");
    assert_eq!(ping(&tree, "sibling").await, 1);
    let view = tree.directory().tree();
    let restarts = |id| view.find(id).unwrap().restarts;
    assert_eq!((restarts("inner"), restarts("a"), restarts("b")), (1, 2, 1));
    let reason = &view.find("inner").unwrap().last_exit.as_ref().unwrap().reason;
    assert!(reason.ends_with("last, child `a` ended: a bug in a"), "{reason}");
}

#[tokio::test(start_paused = true)]
async fn a_fall_climbs_until_somebody_bears_it() {
    let stage = Stage::default();
    let inner =
        ChildSpec::supervisor("inner", strict(vec![stage.worker("a")]).intensity(0, Duration::from_secs(5)));
    let spec =
        supervisor(OneForOne, vec![stage.worker("sibling"), inner]).intensity(0, Duration::from_secs(5));
    let tree = Tree::start(spec, Directory::new()).await.unwrap();
    stage.log();
    tell(&tree, "a", Message::Fail).await;
    let Err(Escalated::GaveUp { supervisor, child, reason, .. }) = tree.wait().await else {
        panic!("the root bore it")
    };
    assert_eq!((&*supervisor, &*child), ("root", "inner"));
    assert!(reason.ends_with("child `a` ended: the order was not sent: connection reset"), "{reason}");
    assert_eq!(stage.log(), "-sibling");
}

#[tokio::test(start_paused = true)]
async fn a_child_that_never_starts_again_makes_its_supervisor_give_up() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    stage.fail_starts("a", u32::MAX);
    tell(&tree, "a", Message::Panic).await;
    assert!(tree.wait().await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_killed_supervisor_comes_back_when_its_children_are_gone() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", strict(vec![stage.worker("a"), stage.worker("b")]));
    let tree = tree(OneForOne, vec![inner]).await;
    tell(&tree, "b", Message::KillSupervisor).await;
    assert_eq!((ping(&tree, "a").await, ping(&tree, "b").await), (2, 2));
    let view = tree.directory().tree();
    assert_eq!(view.find("a").unwrap().last_exit.as_ref().unwrap().reason, "ended with its supervisor");
}

#[tokio::test(start_paused = true)]
async fn a_killed_root_is_told_to_whoever_waits() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    tell(&tree, "a", Message::KillSupervisor).await;
    assert_eq!(tree.wait().await, Err(Escalated::Killed { supervisor: "root".into() }));
    settle().await;
    assert_eq!(states(&tree), "a=stopped");
}
