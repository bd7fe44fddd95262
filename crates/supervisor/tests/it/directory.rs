//! What can be seen of a tree without asking any actor, and how its actors are reached.

use std::time::Duration;

use supervisor::Strategy::{OneForOne, RestForOne};
use supervisor::{Away, CallError, ChildSpec, DoingView, Handle, Kind, NodeState};

use crate::probe::{Message, Stage, handle, ping, settle, supervisor, tell, tree};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn the_tree_is_drawn_with_its_supervisors_and_strategies() {
    let stage = Stage::default();
    let inner = ChildSpec::supervisor("inner", supervisor(RestForOne, vec![stage.worker("b")]));
    let tree = tree(OneForOne, vec![stage.worker("a"), inner]).await;
    let root = tree.directory().tree().root.unwrap();
    assert_eq!((root.id.as_str(), root.kind, root.strategy), ("root", Kind::Supervisor, Some(OneForOne)));
    let [a, inner] = &root.children[..] else { panic!("{root:?}") };
    assert_eq!((a.kind, a.strategy, a.parent.as_deref()), (Kind::Worker, None, Some("root")));
    assert_eq!((inner.strategy, inner.children[0].parent.as_deref()), (Some(RestForOne), Some("inner")));
}

#[tokio::test(start_paused = true)]
async fn states_and_words_have_an_age() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    tokio::time::sleep(SECOND).await;
    handle(&tree, "a").send(Message::Say("resting")).unwrap();
    settle().await;
    tokio::time::sleep(SECOND).await;
    handle(&tree, "a").send(Message::Say("resting")).unwrap();
    settle().await;
    let view = tree.directory().tree();
    let node = view.find("a").unwrap();
    assert_eq!((node.state, node.since_ms), (NodeState::Running, 2002));
    assert_eq!(node.doing, Some(DoingView { text: "resting".into(), since_ms: 1002 }));
}

#[tokio::test(start_paused = true)]
async fn what_an_actor_was_doing_is_not_said_of_its_next_incarnation() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    tell(&tree, "a", Message::Say("fighting")).await;
    tell(&tree, "a", Message::Panic).await;
    let view = tree.directory().tree();
    let node = view.find("a").unwrap();
    assert_eq!((node.doing.as_ref(), node.restarts), (None, 1));
    assert_eq!(node.last_exit.as_ref().unwrap().doing.as_deref(), Some("fighting"));
}

#[tokio::test(start_paused = true)]
async fn the_version_grows_with_every_change_and_rests_without() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let mut changes = tree.directory().changes();
    let before = *changes.borrow_and_update();
    tell(&tree, "a", Message::Nothing).await;
    assert!(!changes.has_changed().unwrap());
    tell(&tree, "a", Message::Say("fishing")).await;
    assert!(changes.has_changed().unwrap());
    assert!(tree.directory().version() > before);
    assert_eq!(tree.directory().tree().version, tree.directory().version());
}

#[tokio::test(start_paused = true)]
async fn a_handle_outlives_the_incarnations_of_its_actor() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let kept = handle(&tree, "a");
    kept.send(Message::Panic).unwrap();
    settle().await;
    assert_eq!(kept.call(Message::Ping, SECOND).await, Ok(2));
}

#[tokio::test(start_paused = true)]
async fn a_handle_may_be_made_before_its_actor_is_there() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![]).await;
    let early = handle(&tree, "a");
    assert_eq!(early.send(Message::Nothing), Err(Away { id: "a".into() }));
    assert_eq!(early.wait_present(SECOND).await, Err(Away { id: "a".into() }));
    tree.directory().supervisor("root").start_child(stage.worker("a")).await.unwrap();
    assert_eq!(early.wait_present(SECOND).await, Ok(()));
    assert_eq!(ping(&tree, "a").await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_call_tells_late_from_lost() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let (a, id) = (handle(&tree, "a"), || "a".into());
    assert_eq!(a.call(Message::Ignore, SECOND).await, Err(CallError::Dropped { id: id() }));
    a.send(Message::Sleep(60 * SECOND)).unwrap();
    assert_eq!(a.call(Message::Ping, SECOND).await, Err(CallError::Timeout { id: id(), after: SECOND }));
    let nobody: Handle<Message> = tree.directory().handle("nobody");
    assert_eq!(nobody.call(Message::Ping, SECOND).await, Err(Away { id: "nobody".into() }.into()));
}

#[tokio::test(start_paused = true)]
async fn a_handle_of_the_wrong_type_reaches_nobody() {
    let stage = Stage::default();
    let tree = tree(OneForOne, vec![stage.worker("a")]).await;
    let wrong: Handle<String> = tree.directory().handle("a");
    assert_eq!(wrong.send("hello".into()), Err(Away { id: "a".into() }));
    assert_eq!(tree.directory().tree().find("a").unwrap().mailbox, 0);
}
