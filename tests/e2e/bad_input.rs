//! Bad input gets one clear line that says what is wrong and how to mend it, and an exit code that is not 0.

use std::fs;

use crate::harness::{Program, Sandbox, run_to_end};

/// Runs the program, which must fail and say one line, with all of `words` in it.
fn fails(args: &[&str], words: &[&str]) {
    let output = run_to_end(args);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{args:?} did not fail: {text}");
    assert!(text.starts_with("callboard: ") && text.lines().count() == 1, "not one clear line: {text}");
    for word in words {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    assert!(!text.contains("canary"), "a secret is told: {text}");
}

#[test]
fn an_option_that_is_unknown_or_wrong_names_itself() {
    fails(&["up", "--colour"], &["--colour", "--help"]);
    fails(&["--listen", "8085"], &["--listen", "8085", "127.0.0.1:8080"]);
    fails(&["sandbox", "--seed", "-1"], &["--seed", "whole number"]);
    fails(&["--log", "nonsense"], &["--log", "nonsense", "info"]);
}

#[test]
fn options_that_cannot_both_be_meant_are_told_apart() {
    fails(&["up", "--game-url", "live", "--members"], &["--members", "--game-url"]);
    fails(&["up", "--token", "canary", "--speed", "5"], &["--speed", "--token", "ARTIFACTS_TOKEN"]);
}

#[test]
fn a_state_that_cannot_be_kept_is_told_at_the_start() {
    let file = "/nonexistent/state.json";
    fails(&["sandbox", "--listen", "127.0.0.1:0", "--state", file], &[file, "folder"]);
}

#[tokio::test]
async fn a_forecast_that_is_asked_of_the_game_says_whom_to_ask() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path(), 1).await;
    let from = sandbox.url();
    fails(
        &["forecast", "gathering", "--from", from, "--character", "Ana"],
        &[from, "no Callboard", "dashboard"],
    );
}

#[test]
fn a_missing_world_folder_is_named() {
    fails(&["sandbox", "--world", "/nonexistent/season"], &["/nonexistent/season"]);
}

#[test]
fn a_malformed_data_file_is_named_with_the_place() {
    let folder = tempfile::tempdir().unwrap();
    for (text, place) in [("[\n{\"name\": 1}\n]", "row 1"), ("[\n{\"name\" 1}\n]", "line 2")] {
        for file in ["items.json", "monsters.json", "resources.json", "maps.json"] {
            fs::write(folder.path().join(file), text).unwrap();
        }
        fails(&["sandbox", "--world", folder.path().to_str().unwrap()], &["items.json", place]);
    }
}

#[test]
fn a_port_in_use_is_named_with_the_option_that_changes_it() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    fails(&["up", "--listen", &address], &[&address, "--listen"]);
    fails(&["sandbox", "--listen", &address], &[&address, "--listen"]);
}

#[test]
fn a_database_that_cannot_be_used_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    for (url, words) in [
        ("postgres://player:canary@127.0.0.1:1/callboard", ["127.0.0.1:1", "refused"]),
        ("postgres://player:canary@nowhere.invalid/callboard", ["nowhere.invalid:5432", "lookup"]),
        ("mysql://player:canary@127.0.0.1", ["--database-url", "postgres://"]),
    ] {
        // Nothing of the first try makes the second one different.
        for _ in 0..2 {
            let args = ["up", "--listen", "127.0.0.1:0", "--data", data, "--database-url", url];
            fails(&args, &[&words[..], &["DATABASE_URL"]].concat());
        }
    }
}

#[test]
fn a_server_that_is_not_there_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let world = folder.path().join("world");
    let pull = ["world", "pull", "--from", "http://127.0.0.1:1", "--to", world.to_str().unwrap()];
    fails(&pull, &["--from", "127.0.0.1:1", "refused"]);
    assert!(!world.exists(), "something was left behind");
}

#[tokio::test]
async fn a_refused_start_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new/data");
    let sandbox = Sandbox::start(folder.path(), 1).await;
    let [url_flag, url, token_flag, _] = sandbox.args();
    let up = ["up", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()];
    for refused in [
        &["--world", "/nonexistent/season"][..],
        &["--database-url", "postgres://nobody@127.0.0.1:1/nothing"],
        &[url_flag, url, token_flag, "canary"],
    ] {
        fails(&[&up[..], refused].concat(), &[]);
        assert!(!folder.path().join("new").exists(), "{refused:?} left something behind");
    }
}

#[tokio::test]
async fn a_data_folder_is_not_shared_by_two_games_nor_a_state_by_two_sandboxes() {
    let folder = tempfile::tempdir().unwrap();
    let (database, data) = (test_support::TestDatabase::create().await, folder.path().join("data"));
    let program = Program::up(&data, &["--speed", "20", "--database-url", database.url()]);
    program.until("a dashboard that answers", "/api/v1/status", |_| Some(())).await;
    let state = data.join("sandbox.json");
    let sandbox = ["sandbox", "--listen", "127.0.0.1:0", "--state", state.to_str().unwrap()];
    fails(&sandbox, &[state.to_str().unwrap(), "in use"]);
    program.stop().await;

    let other = ["up", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap(), "--token", "canary"];
    fails(&other, &["--data", "`sandbox`", "`live`"]);
}

#[test]
fn an_address_that_is_none_is_refused() {
    for address in ["nowhere", "ftp://127.0.0.1"] {
        fails(&["up", "--token", "t", "--game-url", address], &["--game-url", address, "live"]);
    }
}

#[tokio::test]
async fn a_wrong_token_is_refused_without_repeating_it() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path(), 1).await;
    let database = test_support::TestDatabase::create().await;
    let data = folder.path().join("data");
    let [url_flag, url, token_flag, _] = sandbox.args();
    let args = ["up", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap(), url_flag, url];
    let args = [&args[..], &[token_flag, "canary", "--database-url", database.url()]].concat();
    // The sandbox is a process of its own: this thread may wait.
    fails(&args, &["ARTIFACTS_TOKEN"]);
}
