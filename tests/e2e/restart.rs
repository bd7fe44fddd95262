//! One character falls: it comes back and acts, and nobody else notices.

use serde_json::{Value, json};
use test_support::TestDatabase;

use crate::harness::Program;

#[tokio::test]
async fn a_character_that_falls_is_back_and_its_siblings_never_noticed() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let program = Program::up(folder.path(), &["--chaos", "--speed", "20", "--database-url", database.url()]);
    program.until_all_have_acted().await;
    let last_before = last_action(&program, "Ana").await;

    let (status, reply) = program.send(reqwest::Method::POST, "/api/v1/chaos/panic/Ana", &json!({})).await;
    assert_eq!(status, 202, "{reply}");
    program
        .until("Ana acting again", "/api/v1/characters/Ana", |view| {
            (view["restarts"] == 1 && view["last_actions"][0]["id"] != last_before.as_str()).then_some(())
        })
        .await;
    let tree = program.get("/api/v1/tree").await.expect("a tree");
    let mut restarts = Vec::new();
    collect(&tree, &mut restarts);
    restarts.sort();
    let expected = ["Ana", "Ben", "Cleo", "Dan", "Eva"]
        .map(|name| (format!("character/demo/{name}"), u64::from(name == "Ana")));
    assert_eq!(restarts, expected);
}

#[tokio::test]
async fn without_leave_nobody_is_made_to_fall() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let program = Program::up(folder.path(), &["--speed", "20", "--database-url", database.url()]);
    program.until_all_have_acted().await;
    let (status, reply) = program.send(reqwest::Method::POST, "/api/v1/chaos/panic/Ana", &json!({})).await;
    assert_eq!((status, &reply["error"]["code"]), (403, &json!("not_allowed")));
}

async fn last_action(program: &Program, name: &str) -> String {
    let view = program.get(&format!("/api/v1/characters/{name}")).await.expect("a character");
    view["last_actions"][0]["id"].as_str().expect("an id").to_owned()
}

/// Every character of the tree with its restarts.
fn collect(node: &Value, found: &mut Vec<(String, u64)>) {
    let id = node["id"].as_str().expect("an id");
    if id.starts_with("character/") {
        found.push((id.to_owned(), node["restarts"].as_u64().expect("a count")));
    }
    for child in node["children"].as_array().expect("children") {
        collect(child, found);
    }
}
