//! Ordered shutdown: everybody's `post_stop` runs, last one first, each within its time.

use std::time::Duration;

use supervisor::Strategy::{OneForAll, OneForOne};
use supervisor::{ChildSpec, Restart, Shutdown};

use crate::probe::{self, Message, Stage, handle, settle, states, tell, tree};

const SECOND: Duration = Duration::from_secs(1);

fn nested(stage: &Stage) -> Vec<ChildSpec> {
    let inner = vec![stage.worker("inner/a"), stage.worker("inner/b")];
    let inner = ChildSpec::supervisor("inner", probe::supervisor(OneForAll, inner));
    vec![stage.worker("first"), inner, stage.worker("last")]
}

#[tokio::test(start_paused = true)]
async fn every_post_stop_runs_in_reverse_start_order_through_all_levels() {
    let stage = Stage::default();
    let tree = tree(OneForOne, nested(&stage)).await;
    assert_eq!(stage.log(), "+first +inner/a +inner/b +last");
    tree.shutdown().await;
    assert_eq!(stage.log(), "-last -inner/b -inner/a -first");
    settle().await;
    assert_eq!(states(&tree), "first=stopped inner=stopped inner/a=stopped inner/b=stopped last=stopped");
    assert_eq!(tree.wait().await, Ok(()));
}

#[tokio::test(start_paused = true)]
async fn the_next_child_is_stopped_when_the_one_after_it_is_down() {
    let stage = Stage::default();
    let children = ["a", "b"].map(|id| stage.slow_worker(id, Duration::ZERO, SECOND)).into();
    let tree = tree(OneForOne, children).await;
    let began = tokio::time::Instant::now();
    tree.shutdown().await;
    assert_eq!(stage.log(), "+a +b -b -a");
    assert_eq!(began.elapsed(), 2 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_child_that_does_not_stop_in_time_is_killed() {
    let stage = Stage::default();
    let stubborn =
        stage.slow_worker("b", Duration::ZERO, 60 * SECOND).shutdown(Shutdown::Timeout(3 * SECOND));
    let tree = tree(OneForOne, vec![stage.worker("a"), stubborn]).await;
    let began = tokio::time::Instant::now();
    tree.shutdown().await;
    assert_eq!(stage.log(), "+a +b -a");
    assert_eq!(began.elapsed(), 3 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_child_with_all_the_time_is_waited_for() {
    let stage = Stage::default();
    let slow = stage.slow_worker("a", Duration::ZERO, 600 * SECOND).shutdown(Shutdown::Infinity);
    let tree = tree(OneForOne, vec![slow]).await;
    tree.shutdown().await;
    assert_eq!(stage.log(), "+a -a");
}

#[tokio::test(start_paused = true)]
async fn a_child_that_is_to_be_killed_is_not_asked() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a").shutdown(Shutdown::Kill)]).await;
    tree.shutdown().await;
    assert_eq!(stage.log(), "+a");
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_calls_off_a_start_that_is_under_way() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let root = tree.directory().supervisor("root");
    let endless = stage.slow_worker("b", 3600 * SECOND, Duration::ZERO);
    let starter = tokio::task::JoinSet::from_iter([async move { root.start_child(endless).await }]);
    settle().await;
    let began = tokio::time::Instant::now();
    tree.shutdown().await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(starter.join_all().await, [Err(supervisor::ChildError::ShuttingDown)]);
    assert_eq!(stage.log(), "+a -a");
}

#[tokio::test(start_paused = true)]
async fn a_supervisor_under_way_is_taken_down_in_order() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![]).await;
    let root = tree.directory().supervisor("root");
    let inner = vec![stage.worker("a"), stage.worker("b"), stage.slow_worker("c", 3600 * SECOND, SECOND)];
    let inner = ChildSpec::supervisor("inner", probe::supervisor(OneForOne, inner));
    let starter = tokio::task::JoinSet::from_iter([async move { root.start_child(inner).await }]);
    settle().await;
    tree.shutdown().await;
    assert_eq!(starter.join_all().await.len(), 1);
    assert_eq!(stage.log(), "+a +b -b -a");
}

#[tokio::test(start_paused = true)]
async fn a_busy_child_finishes_its_message_first() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    handle(&tree, "a").send(Message::Sleep(2 * SECOND)).unwrap();
    settle().await;
    tree.shutdown().await;
    assert_eq!(stage.log(), "+a -a");
}

#[tokio::test(start_paused = true)]
async fn a_supervisor_stopped_past_its_parent_still_stops_its_children_in_order() {
    let stage = Stage::default();
    let inner = ["a", "b", "c"].map(|id| stage.worker(id)).into();
    let inner =
        ChildSpec::supervisor("inner", probe::supervisor(OneForOne, inner)).restart(Restart::Transient);
    let tree = tree(OneForOne, vec![inner]).await;
    stage.log();
    tell(&tree, "a", Message::StopSupervisor).await;
    assert_eq!(stage.log(), "-c -b -a");
    assert_eq!(states(&tree), "inner=stopped a=stopped b=stopped c=stopped");
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_ends_a_child_that_waits_for_its_backoff() {
    let stage = Stage::default();
    let backoff = supervisor::Backoff::exponential(60 * SECOND, 60 * SECOND);
    let tree = tree(OneForOne, vec![stage.worker("a").backoff(backoff), stage.worker("b")]).await;
    tell(&tree, "a", Message::Panic).await;
    tree.shutdown().await;
    tokio::time::sleep(120 * SECOND).await;
    assert_eq!(stage.log(), "+a +b -b");
}
