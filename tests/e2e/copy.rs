//! A copy of the data folder is a company of its own, also beside the original.

use std::{fs, process::Command};

use crate::harness::{Program, open_to_all};

#[tokio::test]
async fn a_copied_data_folder_has_everything_and_shares_nothing() {
    let folder = tempfile::tempdir().unwrap();
    open_to_all(folder.path());
    let [original, copy] = ["original", "copy"].map(|name| folder.path().join(name));
    let program = Program::up(&original, &["--speed", "20"]);
    let known = history(&program, 5).await;
    program.stop().await;
    let copied = Command::new("cp").arg("-a").args([&original, &copy]).status().unwrap();
    assert!(copied.success());

    let programs = [&original, &copy].map(|data| Program::up(data, &["--speed", "20"]));
    for program in &programs {
        program.until_all_have_acted().await;
        history(program, known + 5).await;
    }
    for data in [&original, &copy] {
        let sockets = fs::read_dir(data.join("postgres/run")).unwrap().count();
        assert_eq!(sockets, 2, "the socket and its lock are in {}", data.display());
    }
    for program in programs {
        program.stop().await;
    }
}

/// Waits until so many lines of history are in the database; tells how many.
async fn history(program: &Program, least: usize) -> usize {
    let count = |reply: &serde_json::Value| reply["data"].as_array().map(Vec::len);
    let enough = |reply: &serde_json::Value| count(reply).filter(|count| *count >= least);
    program.until("a history in the database", "/api/v1/log?limit=500", enough).await
}
