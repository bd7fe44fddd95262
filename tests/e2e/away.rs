//! What the program needs is away: it goes on as far as it can, and says so once.

use test_support::TestDatabase;

use crate::harness::{Program, Sandbox};

#[tokio::test]
async fn a_database_that_is_away_at_a_later_start_stops_nobody() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let program = Program::up(folder.path(), &["--speed", "20", "--database-url", database.url()]);
    program.until_all_have_acted().await;
    program.stop().await;

    let nobody = "postgres://player:canary@127.0.0.1:1/callboard";
    let program = Program::up(folder.path(), &["--speed", "20", "--database-url", nobody]);
    program.until_all_have_acted().await;
    let log = program.stop().await;
    assert!(log.contains("is away: characters play on") && !log.contains("canary"), "{log}");
}

#[tokio::test]
async fn ctrl_c_while_the_game_is_away_is_no_trouble() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let sandbox = Sandbox::start(folder.path(), 100).await;
    let mut args: Vec<String> = sandbox.args().map(str::to_owned).into();
    args.extend(["--database-url", database.url()].map(str::to_owned));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let program = Program::up(&folder.path().join("data"), &args);
    program.start_all().await;

    drop(sandbox);
    let away = |status: &serde_json::Value| (status["game"]["state"] == "away").then_some(());
    program.until("the game to be away", "/api/v1/status", away).await;
    let told = program.log().len();
    let log = program.stop().await;
    assert_eq!(log.matches("the game does not answer").count(), 1, "{log}");
    let last_words = &log[told..];
    assert!(!last_words.contains("WARN") && last_words.trim_end().ends_with("stopped"), "{last_words}");
}
