//! Who may depend on whom. Cargo enforces it (no entry, no import); here the entries are held against one table.

use std::{collections::BTreeSet, fmt::Debug};

use crate::{
    cargo::{Metadata, metadata},
    tree::read,
};

/// Every crate with the crates of ours that it uses. Arrows point down only: a crate stands above those it uses.
const LAYERS: &[(&str, &[&str])] = &[
    ("callboard", &["actors", "api-client", "game", "planner", "sandbox", "store"]),
    ("benches", &["game", "planner", "sandbox", "world"]),
    (
        "test-support",
        &["actors", "api-client", "game", "journal", "planner", "sandbox", "store", "supervisor"],
    ),
    ("actors", &["api-client", "game", "journal", "planner", "store", "supervisor"]),
    ("sandbox", &["api-types", "game", "world"]),
    ("api-client", &["api-types", "game"]),
    ("planner", &["game", "world"]),
    ("store", &["game"]),
    ("journal", &["game"]),
    ("world", &["game"]),
    ("supervisor", &[]),
    ("api-types", &[]),
    ("game", &[]),
];

/// What any crate's tests may use: builders and databases, and the game to play against, with and without a wire.
const HELPERS: &[&str] = &["test-support", "sandbox", "world"];

/// Crates that decide and reckon only: time, chance and identity are handed to them.
const PURE: &[&str] = &["game", "world", "planner"];

/// What would let a pure crate wait, talk to somebody or keep something.
const IMPURE: &[&str] = &["diesel", "mio", "ractor", "redb", "reqwest", "tokio", "tracing"];

#[test]
fn crates_use_exactly_the_crates_of_the_table() {
    let metadata = metadata();
    let found: BTreeSet<_> = metadata
        .ours()
        .map(|package| (package.name.as_str(), uses(&metadata, &package.name, false)))
        .collect();
    let drawn: BTreeSet<_> =
        LAYERS.iter().map(|(name, below)| (*name, below.iter().map(ToString::to_string).collect())).collect();
    assert_same(&found, &drawn, "the Cargo.toml files");
}

#[test]
fn arrows_of_the_table_point_down() {
    for (place, (name, below)) in LAYERS.iter().enumerate() {
        for used in *below {
            let lower = LAYERS.iter().skip(place + 1).any(|(name, _)| name == used);
            assert!(lower, "{name} uses {used}, which does not stand below it");
        }
    }
}

#[test]
fn tests_use_only_their_helpers_and_what_is_below() {
    let metadata = metadata();
    for package in metadata.ours() {
        let below = reach(&package.name);
        for used in uses(&metadata, &package.name, true) {
            let allowed = HELPERS.contains(&used.as_str()) || below.contains(used.as_str());
            assert!(allowed, "the tests of {} use {used}, which is not below it", package.name);
        }
    }
}

#[test]
fn pure_crates_pull_in_nothing_that_waits_or_talks() {
    let metadata = metadata();
    for name in PURE {
        let needed = metadata.needed_by(name);
        let impure: Vec<_> = IMPURE.iter().filter(|package| needed.contains(*package)).collect();
        assert!(impure.is_empty(), "{name} pulls in {impure:?}");
    }
}

#[test]
fn the_architecture_draws_this_table() {
    let text = read("ARCHITECTURE.md");
    let section =
        text.split("\n## ").find(|section| section.starts_with("Who uses whom")).unwrap_or_default();
    let drawn: BTreeSet<(String, Vec<String>)> = section.lines().filter_map(arrow).flatten().collect();
    let table = LAYERS
        .iter()
        .map(|(name, below)| (name.to_string(), below.iter().map(ToString::to_string).collect()));
    assert_same(&drawn, &table.collect(), "ARCHITECTURE.md");
}

/// Fails with what only one of the two has.
fn assert_same<T: Ord + Debug>(found: &BTreeSet<T>, table: &BTreeSet<T>, place: &str) {
    let (more, less) = (found.difference(table), table.difference(found));
    let places = format!("left: only in {place}; right: only in the table of this test");
    assert_eq!(Vec::from_iter(more), Vec::from_iter(less), "{places}");
}

/// `a, b ───▶ c, d` of the drawing: both `a` and `b` use `c` and `d`.
fn arrow(line: &str) -> Option<Vec<(String, Vec<String>)>> {
    let (users, used) = line.split_once("▶")?;
    let names = |text: &str| -> Vec<String> {
        text.split(',').map(|name| name.trim().trim_end_matches('─').trim_end().to_owned()).collect()
    };
    let mut used = if used.trim() == "nothing of ours" { Vec::new() } else { names(used) };
    used.sort();
    Some(names(users).into_iter().map(|user| (user, used.clone())).collect())
}

/// The crates of ours in the `Cargo.toml` of `name`; those for its tests, or the others.
fn uses(metadata: &Metadata, name: &str, for_tests: bool) -> BTreeSet<String> {
    let package = metadata.ours().find(|package| package.name == name).expect("a crate of the workspace");
    let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
    ours.filter(|dependency| (dependency.kind.as_deref() == Some("dev")) == for_tests)
        .map(|dependency| dependency.name.clone())
        .collect()
}

/// Everything below `name` in the table.
fn reach(name: &str) -> BTreeSet<&str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![name];
    while let Some(user) = open.pop() {
        for (_, below) in LAYERS.iter().filter(|(name, _)| *name == user) {
            open.extend(below.iter().filter(|used| reached.insert(**used)));
        }
    }
    reached
}
