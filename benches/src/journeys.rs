//! Whole journeys of a fresh level-1 character on a real season's data: what they take in the game's own time. The real
//! mind plays the pure world, as a forecast does; what is told are the season's hours, not this machine's.

use std::{fmt, sync::Arc};

use game::GameData;
use planner::{Forecast, Mind, Start, forecast};
use serde_json::{Value, json};

use crate::{harness::Table, stage};

/// A journey that takes longer has failed.
const MOST_HOURS: u32 = 20 * 24;

/// What the journeys came to.
pub(crate) fn bench(table: &mut Table) {
    let Some(season) = stage::real_season() else { return table.tell(stage::no_real_season("journeys")) };
    table.tell(
        "| journey | hours | requests | fights | deaths | in cooldown | |\n|---|---|---|---|---|---|---|"
            .to_owned(),
    );
    for (name, strategy, config) in journeys() {
        let mind = Mind::new(strategy, config).expect("a valid configuration");
        mind.check(&season).expect("a configuration for this season");
        table.tell(Journey { name, outcome: travel(&mind, &season) }.to_string());
    }
}

/// The journeys, and the automation that is started for each.
fn journeys() -> [(&'static str, &'static str, Value); 4] {
    [
        ("combat to level 10", "leveling", json!({"skills": [], "until_level": 10})),
        ("mining to level 15", "gathering", json!({"skill": "mining", "until_level": 15})),
        ("20 monster tasks", "task", json!({"tasks": 20})),
        ("a set of copper, then one of iron", "workflow", sets()),
    ]
}

/// Everything of copper and then of iron that can be worn, with the skills that it takes.
fn sets() -> Value {
    let make = |items: &[(&str, u32)]| -> Vec<Value> {
        let steps = items.iter().map(|(item, quantity)| {
            json!({"strategy": "crafting", "config": {"item": item, "quantity": quantity}})
        });
        steps.collect()
    };
    let train = |skill: &str| json!({"strategy": "crafting", "config": {"skill": skill, "until_level": 10, "recycle": true}});
    let level = |config: Value| json!({"strategy": "leveling", "config": config});
    let steps = [
        make(&[("copper_dagger", 1), ("copper_helmet", 1), ("copper_boots", 1), ("copper_ring", 2)]),
        vec![level(json!({"skills": ["mining"], "until_level": 10})), train("gearcrafting")],
        make(&[("copper_armor", 1), ("copper_legs_armor", 1)]),
        vec![train("weaponcrafting"), train("jewelrycrafting")],
        make(&[("iron_sword", 1), ("iron_ring", 2), ("iron_shield", 1), ("iron_helm", 1), ("iron_boots", 1)]),
        vec![level(json!({"skills": [], "until_level": 12}))],
        make(&[("iron_armor", 1), ("iron_legs_armor", 1)]),
    ];
    json!({"steps": steps.concat()})
}

/// What a journey came to for one character.
fn travel(mind: &Mind, season: &Arc<GameData>) -> Forecast {
    let start = Start::fresh(Arc::clone(season), stage::OPENING).expect("a season with a place to start");
    forecast(mind, &start, &[MOST_HOURS], 1).remove(0)
}

/// A journey that is over.
struct Journey {
    name: &'static str,
    outcome: Forecast,
}

impl fmt::Display for Journey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, outcome: Forecast { requests, fights, deaths, utilisation, done, .. } } = self;
        let (hours, end) = match done {
            Some(end) => (format!("{:.1}", end.after_seconds as f64 / 3600.0), "done"),
            None => (format!("more than {MOST_HOURS}"), "**not done**"),
        };
        let cooldown = 100.0 * utilisation;
        write!(
            f,
            "| {name} | {hours} | {requests:.0} | {fights:.0} | {deaths:.1} | {cooldown:.2} % | {end} |"
        )
    }
}
