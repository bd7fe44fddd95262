//! The game goes away, also while the program is started again: the dashboard says so, shows what is known, and takes
//! orders.

use reqwest::Method;
use serde_json::{Value, json};
use test_support::TestDatabase;

use crate::harness::{Program, Sandbox};

#[tokio::test]
async fn while_the_game_is_away_the_dashboard_is_honest_and_takes_orders() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let sandbox = Sandbox::start(folder.path(), 20).await;
    let game = sandbox.args().map(str::to_owned);
    let mut args: Vec<_> = game.iter().map(String::as_str).collect();
    args.extend(["--database-url", database.url()]);
    let data = folder.path().join("data");
    let mut program = Program::up(&data, &args);
    program.start_all().await;

    drop(sandbox);
    until_nobody_acts(&program).await;
    assert_eq!(stop(&program, "Ana").await, "stopped", "her next action has not left");

    program.kill();
    let program = Program::up(&data, &args);
    let characters = until_nobody_acts(&program).await;
    assert!(characters.iter().all(|character| character["as_of"].is_string()), "{characters:?}");
    let ana = characters.iter().find(|character| character["name"] == "Ana").expect("Ana is shown");
    assert_eq!(ana["automation"]["status"], "stopped");
    assert_eq!(stop(&program, "Ben").await, "stopped");
    let (status, reply) = program.send(Method::DELETE, &automation("Ben"), &json!({})).await;
    assert_eq!((status, &reply["error"]["code"]), (409, &json!("nothing_runs")));
}

fn automation(name: &str) -> String {
    format!("/api/v1/characters/{name}/automation")
}

/// The status of the automation after it was told to stop.
async fn stop(program: &Program, name: &str) -> Value {
    let (status, reply) = program.send(Method::DELETE, &automation(name), &json!({})).await;
    assert_eq!(status, 200, "{reply}");
    reply["status"].clone()
}

/// Waits until all five are there and wait for the game.
async fn until_nobody_acts(program: &Program) -> Vec<Value> {
    program
        .until("five characters that wait for the game", "/api/v1/characters", |reply| {
            let characters = reply["data"].as_array()?;
            let waits = |character: &Value| character["state"] == "game_away";
            (characters.len() == 5 && characters.iter().all(waits)).then(|| characters.clone())
        })
        .await
}
