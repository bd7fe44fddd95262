//! Folders of static data: pulled from a server, checked, and refused where they would do harm.

use std::{fs, path::Path, process::Output};

use serde_json::Value;

use crate::harness::{Sandbox, run_to_end};

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn check(folder: &Path, options: &[&str]) -> Output {
    run_to_end(&[&["world", "check", folder.to_str().expect("a plain path")], options].concat())
}

#[test]
fn the_world_that_comes_with_the_program_is_sound() {
    let output = run_to_end(&["world", "check"]);
    assert!(output.status.success(), "{output:?}");
    let line = text(&output.stdout);
    assert!(line.starts_with("sound: something to do on every level from 1 to 20; "), "{line}");
}

#[tokio::test]
async fn a_world_is_pulled_from_a_server_and_what_is_wrong_with_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path(), 1).await;
    let world = folder.path().join("world");
    let pull = ["world", "pull", "--from", sandbox.url(), "--to", world.to_str().unwrap()];
    let output = run_to_end(&pull);
    assert!(output.status.success() && text(&output.stdout).starts_with("sound: "), "{output:?}");
    assert!(text(&output.stderr).contains("items.json: "), "{output:?}");
    assert!(check(&world, &[]).status.success());

    let items = fs::read_to_string(world.join("items.json")).unwrap();
    fs::write(
        world.join("items.json"),
        items.replace(r#""code":"copper_bar","quantity""#, r#""code":"tin","quantity""#),
    )
    .unwrap();
    let output = check(&world, &[]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let line = "items.json: copper_ring: is made of `tin`, which is not there\n";
    assert!(text(&output.stdout).contains(line), "{output:?}");
    assert!(text(&output.stderr).contains("callboard: the world is not sound: "), "{output:?}");

    let answer: Value = serde_json::from_slice(&check(&world, &["--json"]).stdout).unwrap();
    assert_eq!((&answer["sound"], &answer["played"]), (&false.into(), &false.into()), "{answer}");
    let found = answer["findings"].as_array().unwrap().iter();
    assert!(found.clone().any(|row| row["file"] == "items.json" && row["code"] == "copper_ring"), "{answer}");

    fs::remove_file(world.join("source.json")).unwrap();
    let output = run_to_end(&pull);
    assert!(!output.status.success() && text(&output.stderr).contains("--force"), "{output:?}");
}
