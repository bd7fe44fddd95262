//! Several accounts in one program, and what becomes of their tokens.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use reqwest::Method;
use serde_json::{Value, json};
use test_support::TestDatabase;

use crate::harness::{Program, Sandbox};

/// Waits until this many accounts are played, all of them well.
async fn until_played(program: &Program, accounts: usize) {
    program
        .until("the accounts", "/api/v1/accounts", |list| {
            let list = list.as_array()?;
            let well = |account: &Value| account["state"] == "ok" && account["characters"] != json!([]);
            (list.len() == accounts && list.iter().all(well)).then_some(())
        })
        .await;
}

/// Whether any file in a folder has this text in it.
fn holds(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        let bytes = if path.is_file() { fs::read(&path).expect("a file") } else { Vec::new() };
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    })
}

#[tokio::test]
async fn an_added_token_is_kept_encrypted_and_seen_nowhere() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let world = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(world.path(), 20).await;
    let (given, added) =
        (sandbox.open_account("second", "Yan").await, sandbox.open_account("another", "Zoe").await);
    let tokens = format!("demo,{given}");
    let args = ["--game-url", sandbox.url(), "--token", &tokens, "--log", "debug"];
    let args = [&args[..], &["--database-url", database.url()]].concat();

    let program = Program::up(folder.path(), &args);
    until_played(&program, 2).await;
    let (status, reply) = program.send(Method::POST, "/api/v1/accounts", &json!({ "token": added })).await;
    assert_eq!((status, &reply), (201, &json!({ "name": "another" })));
    until_played(&program, 3).await;
    program.start("Zoe", "gathering", &json!({ "skill": "mining" })).await;
    let mut told = vec![program.stop().await];

    let program = Program::up(folder.path(), &args);
    until_played(&program, 3).await;
    for path in ["accounts", "status", "characters", "characters/Zoe", "tree", "log"] {
        told.push(program.get(&format!("/api/v1/{path}")).await.expect("a reply").to_string());
    }
    let (status, _) = program.send(Method::DELETE, "/api/v1/accounts/another", &Value::Null).await;
    assert_eq!(status, 202);
    until_played(&program, 2).await;
    told.push(program.stop().await);
    for token in [&given, &added] {
        assert!(told.iter().all(|text| text.len() > 20 && !text.contains(token.as_str())));
        assert!(!holds(folder.path(), token));
    }
    let key = fs::metadata(folder.path().join("secret.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_program_without_a_token_plays_the_accounts_that_are_added() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let world = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(world.path(), 20).await;
    let args = ["--game-url", sandbox.url(), "--database-url", database.url()];
    let program = Program::up(folder.path(), &args);
    until_played(&program, 0).await;
    program.send(Method::POST, "/api/v1/accounts", &json!({ "token": "demo" })).await;
    until_played(&program, 1).await;
    program.stop().await;
    until_played(&Program::up(folder.path(), &args), 1).await;
}

#[tokio::test]
async fn a_lost_key_is_told_and_the_others_play() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let world = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(world.path(), 20).await;
    let added = sandbox.open_account("another", "Zoe").await;
    let args = [&sandbox.args()[..], &["--database-url", database.url()]].concat();
    let program = Program::up(folder.path(), &args);
    until_played(&program, 1).await;
    program.send(Method::POST, "/api/v1/accounts", &json!({ "token": added })).await;
    until_played(&program, 2).await;
    program.stop().await;

    let key = folder.path().join("secret.key");
    let kept = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    let program = Program::up(folder.path(), &args);
    let words = program
        .until("the sealed account", "/api/v1/accounts", |list| {
            let sealed = list.as_array()?.iter().find(|account| account["state"] == "sealed")?;
            Some(sealed["message"].as_str()?.to_owned())
        })
        .await;
    assert!(
        words.starts_with("cannot be opened: the key ") && words.contains("secret.key is missing"),
        "{words}"
    );
    program.until("the demo account", "/api/v1/characters/Ana", |ana| Some(ana["name"].clone())).await;
    program.stop().await;

    fs::write(&key, kept).unwrap();
    until_played(&Program::up(folder.path(), &args), 2).await;
}
