//! How many messages wait.

use std::time::Duration;

use supervisor::Strategy::OneForOne;
use supervisor::Tree;

use crate::probe::{Message, Stage, handle, settle, tell, tree};

fn depth(tree: &Tree) -> usize {
    tree.directory().tree().find("a").unwrap().mailbox
}

async fn busy_for(tree: &Tree, seconds: u64) {
    tell(tree, "a", Message::Sleep(Duration::from_secs(seconds))).await;
}

#[tokio::test(start_paused = true)]
async fn messages_that_wait_are_counted_until_they_are_handled() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    busy_for(&tree, 10).await;
    assert_eq!(depth(&tree), 0, "the one being handled does not wait");
    for _ in 0..3 {
        handle(&tree, "a").send(Message::Nothing).unwrap();
    }
    assert_eq!(depth(&tree), 3);
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(depth(&tree), 0);
}

#[tokio::test(start_paused = true)]
async fn messages_to_itself_make_the_count_neither_negative_nor_wrong_for_long() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    tell(&tree, "a", Message::SendToSelf(5)).await;
    assert_eq!(depth(&tree), 0);
    busy_for(&tree, 10).await;
    handle(&tree, "a").send(Message::Nothing).unwrap();
    assert_eq!(depth(&tree), 1);
}

#[tokio::test(start_paused = true)]
async fn what_waited_is_lost_with_the_incarnation() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    busy_for(&tree, 10).await;
    handle(&tree, "a").send(Message::Panic).unwrap();
    handle(&tree, "a").send(Message::Nothing).unwrap();
    tokio::time::sleep(Duration::from_secs(10)).await;
    settle().await;
    assert_eq!((depth(&tree), tree.directory().tree().find("a").unwrap().restarts), (0, 1));
}
