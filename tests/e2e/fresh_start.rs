//! The first start with nothing configured: a database, a sandbox and five characters of its own.

use std::time::Duration;

use tokio::time::Instant;

use crate::harness::{Program, eventually, open_to_all};

#[tokio::test]
async fn five_characters_are_at_work_with_nothing_configured() {
    let folder = tempfile::tempdir().unwrap();
    open_to_all(folder.path());
    let began = Instant::now();
    // As `make run` does, but faster: at speed 1 the second action of anybody is half a minute away.
    let program = Program::up(&folder.path().join("data"), &["--speed", "50"]);
    program.until("a dashboard that answers", "/api/v1/status", |_| Some(())).await;
    println!("the dashboard answered after {:?}", began.elapsed());
    program.until_all_have_acted().await;
    println!("all five had acted after {:?}", began.elapsed());

    let count = |reply: &serde_json::Value| reply["data"].as_array().map(Vec::len);
    let first = program
        .until("log lines in the database", "/api/v1/log?limit=500", |reply| count(reply).filter(|n| *n >= 5))
        .await;
    program
        .until("more log lines", "/api/v1/log?limit=500", |reply| count(reply).filter(|n| *n > first))
        .await;

    let server = postgres_of(folder.path());
    let log = program.stop().await;
    let data = folder.path().join("data");
    let told = [
        "playing mode=\"sandbox\" game=\"http://127.0.0.1:",
        "the season's data is loaded version=\"8.2.0\" speed=50.0",
        data.to_str().unwrap(),
        "the dashboard is on http://",
        "Ctrl-C stops",
        "an automation runs character=Ana strategy=\"leveling\"",
        "interrupted",
    ];
    assert!(told.iter().all(|words| log.contains(words)), "{log}");
    assert!(log.trim_end().ends_with("stopped") && !log.contains("WARN"), "{log}");
    for _ in 0..50 {
        if !is_alive(&server) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the database server outlived the program");
}

#[tokio::test]
async fn a_first_start_that_is_broken_off_leaves_no_half_made_database() {
    let folder = tempfile::tempdir().unwrap();
    open_to_all(folder.path());
    let data = folder.path().join("data");
    let cluster = data.join("postgres");
    let mut program = Program::up(&data, &[]);
    let begun =
        || async { (cluster.join("data.new").exists() || cluster.join("data").exists()).then_some(()) };
    eventually("the making of a database", || program.log(), begun).await;
    program.kill();
    assert!(!cluster.join("data").exists(), "it was made already, which proves nothing");

    let program = Program::up(&data, &[]);
    let serves = |status: &serde_json::Value| (status["database"]["state"] == "ok").then_some(());
    program.until("a database", "/api/v1/status", serves).await;
}

fn postgres_of(folder: &std::path::Path) -> String {
    let pid =
        std::fs::read_to_string(folder.join("data/postgres/data/postmaster.pid")).expect("a running server");
    pid.lines().next().expect("a process id").to_owned()
}

fn is_alive(pid: &str) -> bool {
    std::path::Path::new("/proc").join(pid).exists()
}
