//! The log, as its operator reads it.

use serde_json::json;
use test_support::TestDatabase;

use crate::harness::{Program, Sandbox};

#[tokio::test]
async fn it_tells_where_each_automation_stands() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let sandbox = Sandbox::start(folder.path(), 100).await;
    let [url_flag, url, token_flag, token] = sandbox.args();
    let args = [url_flag, url, token_flag, token, "--database-url", database.url()];
    let program = Program::up(&folder.path().join("data"), &args);
    program.start_all().await;
    program.start("Ana", "gathering", &json!({ "resource": "copper_rocks", "quantity": 1 })).await;
    program.start("Ben", "gathering", &json!({ "resource": "spruce_tree" })).await;
    let cleo = "/api/v1/characters/Cleo/automation";
    assert_eq!(program.send(reqwest::Method::DELETE, cleo, &json!({})).await.0, 200);
    for (name, status) in [("Ana", "done"), ("Ben", "blocked"), ("Cleo", "stopped")] {
        stands(&program, name, status).await;
    }
    program.stop().await;
    let program = Program::up(&folder.path().join("data"), &args);
    stands(&program, "Eva", "running").await;
    stands(&program, "Ben", "blocked").await;
    let log = program.stop().await;
    let mode = url.trim_start_matches("http://");
    for words in [
        format!("playing mode=\"{mode}\""),
        format!("game=\"{url}\" data="),
        "an automation runs character=Ana strategy=\"gathering\" reason=\"started\"".to_owned(),
        "an automation was stopped character=Ana strategy=\"gathering\" reason=\"replaced".to_owned(),
        "an automation is done character=Ana strategy=\"gathering\" reason=".to_owned(),
        "an automation is blocked character=Ben strategy=\"gathering\" reason=".to_owned(),
        "an automation was stopped character=Cleo strategy=\"gathering\" reason=\"stopped by hand".to_owned(),
        "an automation goes on character=Eva strategy=\"combat\"".to_owned(),
    ] {
        assert!(log.contains(&words), "`{words}` is not in the log\n{log}");
    }
    let blocked = "an automation is blocked character=Ben";
    assert_eq!(log.matches(blocked).count(), 2, "the restart does not tell that Ben is blocked\n{log}");
}

async fn stands(program: &Program, name: &str, status: &str) {
    let there = |view: &serde_json::Value| (view["automation"]["status"] == status).then_some(());
    program.until(status, &format!("/api/v1/characters/{name}"), there).await;
}
