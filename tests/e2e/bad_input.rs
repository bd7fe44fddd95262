//! Bad input gets one clear line that says what is wrong and how to mend it, and an exit code that is not 0.

use std::fs;

use crate::harness::{Sandbox, run_to_end};

/// Runs the program, which must fail with one line that contains all of `words`.
fn fails(args: &[&str], words: &[&str]) {
    let output = run_to_end(args);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{args:?} did not fail: {text}");
    let line = text
        .lines()
        .find(|line| line.starts_with("callboard: "))
        .unwrap_or_else(|| panic!("no clear line: {text}"));
    for word in words {
        assert!(line.contains(word), "`{word}` is not in: {line}");
    }
    assert!(!text.contains("panicked"), "{text}");
}

#[test]
fn an_unknown_option_names_itself() {
    let output = run_to_end(&["up", "--colour"]);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && text.contains("--colour") && text.contains("--help"), "{text}");
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
fn a_database_that_does_not_answer_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let url = "postgres://player:canary@127.0.0.1:1/callboard";
    let data = folder.path().to_str().unwrap();
    fails(
        &["up", "--listen", "127.0.0.1:0", "--data", data, "--database-url", url],
        &["DATABASE_URL", "127.0.0.1"],
    );
    let output = run_to_end(&["up", "--listen", "127.0.0.1:0", "--data", data, "--database-url", url]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("canary"));
}

#[test]
fn an_address_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let args = ["up", "--listen", "127.0.0.1:0", "--data", data, "--token", "t", "--game-url", "nowhere"];
    fails(&args, &["--game-url", "nowhere"]);
}

#[tokio::test]
async fn a_wrong_token_is_refused_without_repeating_it() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path(), 1).await;
    let [url_flag, url, token_flag, _] = sandbox.args();
    let data = folder.path().join("data");
    let database = test_support::TestDatabase::create().await;
    let args = [
        "up",
        "--listen",
        "127.0.0.1:0",
        "--data",
        data.to_str().unwrap(),
        url_flag,
        url,
        token_flag,
        "canary",
        "--database-url",
        database.url(),
    ];
    let (args, checked): (Vec<_>, _) =
        (args.iter().map(|arg| (*arg).to_owned()).collect(), "ARTIFACTS_TOKEN");
    let output =
        tokio::task::spawn_blocking(move || run_to_end(&args.iter().map(String::as_str).collect::<Vec<_>>()))
            .await
            .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && text.contains(checked), "{text}");
    assert!(!text.contains("canary"), "{text}");
}
