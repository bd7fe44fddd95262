//! Whole worlds: our own, and a real season where its data is at hand.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::report;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// All lists of a folder as one object.
fn lists(folder: &str) -> Value {
    let names = [
        "items",
        "monsters",
        "resources",
        "maps",
        "npcs",
        "npc_items",
        "tasks",
        "tasks_rewards",
        "achievements",
        "effects",
        "events",
        "raids",
    ];
    let list = |name: &str| -> Value {
        let path = Path::new(ROOT).join(folder).join(name).with_extension("json");
        serde_json::from_str(&fs::read_to_string(path).expect("the folder has all lists")).expect("JSON")
    };
    let mut lists: Value = names.iter().map(|name| ((*name).to_owned(), list(name))).collect();
    lists["version"] = json!("test");
    lists
}

#[test]
fn our_own_world_is_sound() {
    let report = report(&lists("crates/sandbox/worlds/first_steps"));
    assert_eq!((report.findings, report.max_level), (Vec::new(), 20));
}

#[test]
fn a_real_season_is_sound_but_for_what_its_shop_gives() {
    if !Path::new(ROOT).join("../shared/reference/data").is_dir() {
        println!("skipped: there is no season's data beside the workspace");
        return;
    }
    let report = report(&lists("../shared/reference/data"));
    let told: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
    // Gems are bought, or given by the game's makers; no drop, recipe, merchant or reward of the season has bags of them.
    assert_eq!(
        told,
        [
            "items.json: bag_of_gems: cannot be had: nothing drops, makes, sells or gives it",
            "items.json: small_bag_of_gems: cannot be had: nothing drops, makes, sells or gives it",
        ]
    );
    assert_eq!(report.max_level, 50);
}
