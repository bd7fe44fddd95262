//! What a forecast says beside what comes: ten automations, a day each, in the season, among others who play there.

use std::collections::BTreeMap;

use actors::board::CharacterView;
use game::{skill::Progress, xp};
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Setup, TestCompany, season};

use crate::script::{HOUR, MINUTE};

/// How far the day's xp may be from the forecast.
const TOLERANCE: f64 = 0.1;

/// Forecasts a day of a newcomer's, then plays it.
fn check(strategy: &str, config: Value) {
    let Some(world) = season() else { return };
    let ana = "Ana".parse().expect("a valid name");
    let setup = Setup { world, players: 12, characters: vec![ana], minds: Vec::new(), ..Setup::default() };
    let company = TestCompany::start(setup);
    let ana = &company.names()[0];
    company.run_until(MINUTE, "Ana is there", |company| company.character("Ana").is_some());
    let before = trained(&company);
    let mind = Mind::new(strategy, config.clone()).expect("a valid configuration");
    let forecast = company
        .block_on(company.company().forecast(ana, mind.clone(), vec![24]))
        .expect("a forecast")
        .remove(0);
    company.block_on(company.company().start_automation(ana, mind)).expect("a start");
    company.run_for(24 * HOUR);
    let after = trained(&company);
    let outcome: BTreeMap<_, _> = after
        .into_iter()
        .map(|(name, xp)| (name.clone(), xp - before.get(&name).copied().unwrap_or(0)))
        .filter(|(_, xp)| *xp != 0)
        .collect();
    eprintln!("{strategy} {config}\n  forecast {:?}\n  outcome  {outcome:?}", forecast.xp);
    let (promised, came): (f64, i64) = (forecast.xp.values().sum(), outcome.values().sum());
    let off = came as f64 / promised - 1.0;
    eprintln!("  in all {promised:.0} xp forecast, {came} came: {:+.1} %", 100.0 * off);
    assert!(promised > 0.0 && off.abs() <= TOLERANCE, "{:+.1} %", 100.0 * off);
}

/// All xp that Ana has ever gained, by what it trains.
fn trained(company: &TestCompany) -> BTreeMap<String, i64> {
    let CharacterView { level, xp, max_xp, skills, .. } = company.character("Ana").expect("Ana is there");
    let skills = skills.into_iter().map(|(skill, view)| (skill, view.level, view.xp, view.max_xp));
    let all = skills.chain([("combat".to_owned(), level, xp, max_xp)]);
    all.map(|(name, level, xp, max_xp)| (name, xp::total(&Progress { level, xp, max_xp }))).collect()
}

macro_rules! a_day_of {
    ($($name:ident: $strategy:literal $config:tt),+ $(,)?) => {
        $(#[test]
        fn $name() {
            check($strategy, json!($config));
        })+
    };
}

a_day_of! {
    mining: "gathering" { "skill": "mining" },
    the_least_trained_skill: "gathering" {},
    one_resource: "gathering" { "resource": "ash_tree" },
    fights_for_xp: "combat" {},
    fights_with_one_monster: "combat" { "monster": "chicken" },
    copper_daggers: "crafting" { "item": "copper_dagger", "recycle": true },
    weaponcrafting: "crafting" { "skill": "weaponcrafting" },
    balanced_levelling: "leveling" {},
    tasks_about_monsters: "task" { "kind": "monsters" },
    an_hour_each: "workflow" { "repeat": true, "steps": [
        { "strategy": "gathering", "until": [{ "when": "minutes", "at_least": 60 }] },
        { "strategy": "combat", "until": [{ "when": "minutes", "at_least": 60 }] }
    ] },
}
