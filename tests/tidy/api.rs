//! The description of the API that the dashboard's types are made from is the one that the program prints.

use std::process::Command;

use serde_json::Value;

use crate::tree::read;

#[test]
fn the_dashboard_is_built_against_the_api_as_it_is() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_callboard")).arg("openapi").output().expect("the program runs");
    let printed: Value = serde_json::from_slice(&output.stdout).expect("`callboard openapi` prints JSON");
    let kept: Value = serde_json::from_str(&read("frontend/openapi.json")).expect("JSON");
    let mend = "callboard openapi > frontend/openapi.json && npm --prefix frontend run generate";
    assert!(kept == printed, "frontend/openapi.json is not what the program prints. To mend it: {mend}");
}
