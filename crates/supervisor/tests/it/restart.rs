//! Who is restarted, and who is left alone.

use std::time::Duration;

use supervisor::Restart::{Temporary, Transient};
use supervisor::Strategy::{OneForAll, OneForOne, RestForOne};
use supervisor::{Away, Backoff};

use crate::probe::{self, Message, Stage, handle, ping, settle, states, tell, tree};

#[tokio::test(start_paused = true)]
async fn a_panic_restarts_the_child_and_leaves_its_sibling_alone() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a"), stage.worker("b")]).await;
    assert_eq!(stage.log(), "+a +b");
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(stage.log(), "+a");
    assert_eq!((ping(&tree, "a").await, ping(&tree, "b").await), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn an_error_shows_its_causes_and_what_the_actor_was_doing() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    tell(&tree, "a", Message::Say("selling")).await;
    tell(&tree, "a", Message::Fail).await;
    let view = tree.directory().tree();
    let exit = view.find("a").unwrap().last_exit.clone().unwrap();
    assert_eq!(exit.reason, "the order was not sent: connection reset");
    assert_eq!((exit.abnormal, exit.doing.as_deref()), (true, Some("selling")));
}

#[tokio::test(start_paused = true)]
async fn a_killed_transient_child_is_restarted() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a").restart(Transient)]).await;
    tell(&tree, "a", Message::KillSelf).await;
    assert_eq!(ping(&tree, "a").await, 2);
    let view = tree.directory().tree();
    assert_eq!(view.find("a").unwrap().last_exit.as_ref().unwrap().reason, "killed");
}

#[tokio::test(start_paused = true)]
async fn a_transient_child_that_is_done_stays_in_the_list_as_stopped() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a").restart(Transient), stage.worker("b")]).await;
    tell(&tree, "a", Message::StopNormally).await;
    assert_eq!(states(&tree), "a=stopped b=running");
}

#[tokio::test(start_paused = true)]
async fn a_temporary_child_leaves_the_list_however_it_ends() {
    let stage = Stage::default();
    let children = vec![stage.worker("a").restart(Temporary), stage.worker("b").restart(Temporary)];
    let tree = tree(OneForOne, children).await;
    tell(&tree, "a", Message::Panic).await;
    tell(&tree, "b", Message::StopNormally).await;
    assert_eq!(states(&tree), "");
}

#[tokio::test(start_paused = true)]
async fn one_for_all_stops_the_others_in_reverse_and_starts_all_in_order() {
    let stage = Stage::default();
    let children = vec![
        stage.worker("a"),
        stage.worker("b"),
        stage.worker("gone").restart(Temporary),
        stage.worker("c"),
    ];
    let tree = tree(OneForAll, children).await;
    stage.log();
    tell(&tree, "b", Message::Panic).await;
    assert_eq!(stage.log(), "-c -gone -a +a +b +c");
    assert_eq!(states(&tree), "a=running b=running c=running");
}

#[tokio::test(start_paused = true)]
async fn rest_for_one_restarts_those_that_were_started_later() {
    let stage = Stage::default();
    let tree = tree(RestForOne, ["a", "b", "c", "d"].map(|id| stage.worker(id)).into()).await;
    stage.log();
    tell(&tree, "b", Message::Fail).await;
    assert_eq!(stage.log(), "-d -c +b +c +d");
    assert_eq!(ping(&tree, "a").await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_child_waits_longer_after_each_failure_in_a_row() {
    let stage = Stage::default();
    let backoff = Backoff::exponential(Duration::from_secs(2), Duration::from_secs(60));
    let tree = tree(OneForOne, vec![stage.worker("a").backoff(backoff)]).await;
    stage.fail_starts("a", 2);
    let fell = tokio::time::Instant::now();
    handle(&tree, "a").send(Message::Panic).unwrap();
    settle().await;
    assert_eq!(states(&tree), "a=restarting");
    assert_eq!(handle(&tree, "a").send(Message::Nothing), Err(Away { id: "a".into() }));
    handle(&tree, "a").wait_present(Duration::from_secs(60)).await.unwrap();
    // 2 s after the panic, 4 s after the first failed start, 8 s after the second.
    assert_eq!(fell.elapsed().as_secs(), 14);
}

#[tokio::test(start_paused = true)]
async fn a_failed_start_is_tried_again_without_a_backoff_too() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    stage.fail_starts("a", 3);
    tell(&tree, "a", Message::Panic).await;
    assert_eq!(ping(&tree, "a").await, 2);
}

#[tokio::test(start_paused = true)]
async fn many_children_that_fall_at_once_all_come_back() {
    let stage = Stage::default();
    let ids: Vec<String> = (0..50).map(|number| format!("worker/{number}")).collect();
    let children = ids.iter().map(|id| stage.worker(id)).collect();
    let spec = probe::supervisor(OneForOne, children).intensity(50, Duration::from_secs(1));
    let tree = supervisor::Tree::start(spec, supervisor::Directory::new()).await.unwrap();
    for id in &ids {
        handle(&tree, id).send(Message::Panic).unwrap();
    }
    settle().await;
    for id in &ids {
        assert_eq!(ping(&tree, id).await, 2);
    }
}
