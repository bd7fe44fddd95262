//! A forecast of a day: the real mind plays the season's rules in virtual time. The floor is as many actions of the same
//! mind, written down and done again by the world alone.

use std::{hint::black_box, sync::Arc, time::Duration};

use jiff::SignedDuration;
use planner::{Mind, Start, forecast};
use serde_json::json;
use world::{Rules, World};

use crate::{
    decision,
    harness::{Row, Table, Target},
    stage,
};

/// What a day's forecast may take.
const MOST: Duration = Duration::from_secs(1);
const HOURS: u32 = 24;

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let season = stage::season();
    let rules = Rules { log_entries: 0, fight_logs: false, ..Rules::default() };
    let strategies = [
        ("forecast: a day of gathering", "gathering", json!({"resource": "copper_rocks"})),
        ("forecast: a day of levelling", "leveling", json!({})),
    ];
    for (subject, strategy, config) in strategies {
        let mind = Mind::new(strategy, config).expect("a valid configuration");
        let start = Start::fresh(Arc::clone(&season), stage::OPENING).expect("a place to start");
        let world = stage::world(&season, rules.clone());
        let end = stage::OPENING + SignedDuration::from_hours(i64::from(HOURS));
        let day = decision::play(&mut world.clone(), &mut mind.clone(), |_, now| now < end);
        let foresee = || {
            black_box(forecast(&mind, &start, &[HOURS], 1));
            1
        };
        let act = || {
            let mut world: World = world.clone();
            day.iter().for_each(|moment| moment.act(&mut world));
            1
        };
        let row = Row { subject, floor: "its actions alone", target: Target::Within(MOST) };
        table.measure(row, foresee, act);
    }
}
