//! The state file: what was goes on.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use http::{HeaderMap, Method};
use sandbox::{SandboxConfig, SandboxError, WorldSource};
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::support::{START, Server, config};

fn kept_in(path: &Path) -> SandboxConfig {
    SandboxConfig { state: Some(path.to_owned()), speed: 10.0, ..config() }
}

/// Another start from what is saved there now; the first one still has the file.
fn again(path: &Path, now: i64) -> Server {
    let copy = path.with_extension(format!("at_{now}"));
    fs::copy(path, &copy).unwrap();
    Server::open(kept_in(&copy), now).unwrap()
}

async fn everything(server: &Server) -> [Value; 4] {
    let get = async |path: &str| server.get(path).await.body;
    [get("/my/characters").await, get("/my/bank").await, get("/my/logs").await, get("/my/details").await]
}

#[tokio::test]
async fn a_restart_continues_where_the_last_run_stopped() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let server = Server::with(kept_in(&path));
    let stranger = server.account("stranger").await;
    server.go_to("monster", "chicken").await;
    server.acted("fight", json!(null)).await;
    server.act("move", json!({"x": 0, "y": 0})).await.data();
    server.advance(300);
    let before = everything(&server).await;
    server.sandbox.save().unwrap();

    let again = again(&path, server.now());
    assert_eq!(everything(&again).await, before);
    assert_eq!(again.call(Method::GET, "/my/bank", &stranger, String::new()).await.status, 200);
}

#[tokio::test]
async fn events_and_raids_go_on_after_a_restart() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let server = Server::with(kept_in(&path));
    server.post("/sandbox/spawn_event", json!({"code": "glowcap_night"})).await.data();
    // Fifty minutes of the world: the event is still there, and a raid has opened.
    server.advance(300_000);
    let shown = async |server: &Server| {
        let get = async |path: &str| server.get(path).await.data();
        [get("/events/active").await, get("/events").await, get("/raids").await]
    };
    let before = shown(&server).await;
    assert!(before[0].to_string().contains("glowcap_night"), "{}", before[0]);
    assert_eq!(before[2][0]["status"], "active");
    server.sandbox.save().unwrap();
    let again = again(&path, server.now());
    assert_eq!(shown(&again).await, before);
}

#[tokio::test]
async fn time_goes_on_while_nobody_serves_and_what_happened_keeps_its_time() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let server = Server::with(kept_in(&path));
    server.act("move", json!({"x": 3, "y": -2})).await.data();
    server.advance(1_000);
    let before = server.get("/my/logs").await.body;
    server.sandbox.save().unwrap();

    let early = again(&path, server.now() + 500);
    let error = early.act("rest", json!(null)).await.error();
    assert_eq!(error["data"]["remaining_seconds"], 1.0);
    let late = again(&path, START + 86_400_000);
    assert_eq!(late.get("/my/logs").await.body, before);
    late.act("rest", json!(null)).await.data();
}

#[tokio::test]
async fn chance_goes_on_where_it_was() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let one = Server::with(kept_in(&path));
    one.go_to("monster", "chicken").await;
    one.sandbox.save().unwrap();
    let other = again(&path, one.now());
    for _ in 0..5 {
        let fights = [one.acted("fight", json!(null)).await, other.acted("fight", json!(null)).await];
        assert_eq!(fights[0], fights[1]);
        one.acted("rest", json!(null)).await;
        other.acted("rest", json!(null)).await;
    }
}

#[tokio::test]
async fn the_configured_demo_token_replaces_the_saved_one() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    Server::with(kept_in(&path)).sandbox.save().unwrap();
    let mut config = kept_in(&path);
    config.demo.as_mut().unwrap().token = "another".to_owned();
    let server = Server::with(config);
    assert_eq!(server.get("/my/details").await.status, 452);
    let other = Server::bearer("another");
    let mine = server.call(Method::GET, "/my/characters", &other, String::new()).await.data();
    assert_eq!(mine.as_array().unwrap().len(), 2);
}

#[test]
fn the_file_is_for_its_owner_alone_and_leaves_nothing_beside_it() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let server = Server::with(kept_in(&path));
    server.sandbox.save().unwrap();
    server.sandbox.save().unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn passwords_are_not_in_the_file() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let server = Server::with(kept_in(&path));
    server.account("stranger").await;
    server.sandbox.save().unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("hunter22"));
}

#[test]
fn a_file_that_is_something_else_is_left_alone() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    fs::write(&path, "[]").unwrap();
    let opened = Server::open(kept_in(&path), START);
    assert!(matches!(opened.err(), Some(SandboxError::Decode { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "[]");
}

#[test]
fn a_state_is_only_opened_in_the_world_it_was_saved_in() {
    let folder = tempdir().unwrap();
    let world = crate::loading::tiny_world(folder.path());
    let path = folder.path().join("state.json");
    let config = || SandboxConfig {
        world: WorldSource::Dir(world.clone()),
        state: Some(path.clone()),
        demo: None,
        ..config()
    };
    Server::with(config());
    assert!(Server::open(config(), START).is_ok());
    let lists = [
        "items",
        "monsters",
        "resources",
        "maps",
        "npcs",
        "npc_items",
        "tasks",
        "tasks_rewards",
        "achievements",
    ];
    for list in lists {
        let file = world.join(format!("{list}.json"));
        let before = fs::read_to_string(&file);
        // Another edition: the same tiles, and yet not the same world.
        fs::write(&file, format!("{} ", before.as_deref().unwrap_or("[]"))).unwrap();
        let opened = Server::open(config(), START);
        assert!(matches!(opened.err(), Some(SandboxError::OtherWorld { .. })), "{list}");
        match before {
            Ok(text) => fs::write(&file, text).unwrap(),
            Err(_) => fs::remove_file(&file).unwrap(),
        }
    }
    let embedded = SandboxConfig { world: WorldSource::Embedded, ..config() };
    assert!(matches!(Server::open(embedded, START).err(), Some(SandboxError::OtherWorld { .. })));
    assert!(Server::open(config(), START).is_ok(), "the file was left alone");
}

#[test]
fn a_state_is_played_on_by_one_sandbox_at_a_time() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("state.json");
    let first = Server::with(kept_in(&path));
    for _ in 0..2 {
        let second = Server::open(kept_in(&path), START);
        assert!(matches!(second.err(), Some(SandboxError::InUse { .. })));
        first.sandbox.save().unwrap();
    }
    drop(first);
    assert!(Server::open(kept_in(&path), START).is_ok());
}

#[test]
fn a_file_that_cannot_be_written_is_told_at_once() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("missing/state.json");
    let opened = Server::open(kept_in(&path), START);
    let Some(error @ SandboxError::Write { .. }) = opened.err() else { panic!("was opened") };
    assert!(error.to_string().contains("missing/state.json"), "{error}");
}

#[tokio::test]
async fn without_a_file_saving_does_nothing() {
    let server = Server::start();
    server.sandbox.save().unwrap();
    let nobody = server.call(Method::GET, "/my/logs", &HeaderMap::new(), String::new()).await;
    assert_eq!(nobody.status, 452);
}

#[test]
fn a_demo_that_cannot_be_made_says_which_part() {
    let mut config = config();
    config.demo.as_mut().unwrap().characters.push(("Cleo".to_owned(), "dragon".to_owned()));
    let error = Server::open(config, START).err().unwrap();
    insta::assert_snapshot!(error, @"`Cleo` of the demo account cannot be made: There is no skin dragon. (404)");
}
