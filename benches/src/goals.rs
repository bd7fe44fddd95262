//! Goals of five fresh characters on a real season's data: what they take in the game's own time, and how well their end is
//! foreseen. What is told are the season's hours, not this machine's.

#[path = "../../crates/planner/tests/play/troupe.rs"]
mod troupe;

use serde_json::{Value, json};

use crate::{harness::Table, stage};
use troupe::{Reached, together};

/// Goals that take longer have failed.
const MOST_HOURS: f64 = 300.0;

/// What the goals came to.
pub(crate) fn bench(table: &mut Table) {
    let Some(season) = stage::real_season() else { return table.tell(stage::no_real_season("goals")) };
    table.tell(
        "| goal | hours | requests | deaths | hours expected at a quarter | off by |\n|---|---|---|---|---|---|"
            .to_owned(),
    );
    for (name, goals) in goals() {
        let (_, reached) = together(&season, &goals, MOST_HOURS);
        table.tell(match reached {
            Some(Reached { hours, requests, deaths, expected_hours }) => {
                let off = 100.0 * (expected_hours - hours) / hours;
                format!("| {name} | {hours:.1} | {requests} | {deaths} | {expected_hours:.1} | {off:+.0} % |")
            }
            None => format!("| {name} | more than {MOST_HOURS} | | | | **not reached** |"),
        });
    }
}

/// A full set of iron.
const IRON: [&str; 8] = [
    "iron_sword",
    "iron_shield",
    "iron_boots",
    "iron_helm",
    "iron_armor",
    "iron_legs_armor",
    "iron_ring",
    "iron_ring",
];

/// The goals, by kind and configuration.
fn goals() -> [(&'static str, Vec<(&'static str, Value)>); 4] {
    let skill = |skill: &str| ("level", json!({"skill": skill, "level": 15, "who": "one"}));
    let skills = ["mining", "woodcutting", "fishing"].map(skill);
    [
        ("mining, woodcutting and fishing 15, one each", skills.into()),
        ("combat 10 for all", vec![("level", json!({"level": 10}))]),
        ("20 000 gold", vec![("gold", json!({"amount": 20_000}))]),
        ("a set of iron for everyone, eight pieces each", vec![("gear", json!({"items": IRON}))]),
    ]
}
