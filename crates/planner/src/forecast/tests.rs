//! Forecasts in the small world (see [`crate::fixture`]).

use std::sync::Arc;

use game::{Skill, character::Slot};
use serde_json::{Value, json};

use super::{Forecast, Start, forecast, milestones};
use crate::{Mind, fixture, fixture::Given};

/// An hour and a day from the state of `ana`.
fn forecasts(ana: &Given) -> Vec<Forecast> {
    forecast(&ana.mind, &start(ana), &[1, 24], 2)
}

fn start(ana: &Given) -> Start {
    Start {
        data: Arc::new(fixture::season()),
        character: ana.character.clone(),
        bank: ana.bank.clone(),
        market: ana.market.clone().map(Arc::new),
        now: ana.now,
    }
}

fn given(strategy: &str, config: Value) -> Given {
    fixture::given(strategy, config).wears(Slot::Weapon, "stick")
}

#[test]
fn an_hour_of_gathering_is_as_long_as_its_cooldowns() {
    let day = forecasts(&given("gathering", json!({"resource": "copper_rocks"})));
    let (hour, day) = (&day[0], &day[1]);
    assert_eq!((hour.hours, day.hours), (1, 24));
    // 31 s each without a tool, after a walk of 10 s.
    assert!((114.0..=117.0).contains(&hour.items["copper_ore"]), "{hour:?}");
    assert!(day.items["copper_ore"] > 20.0 * hour.items["copper_ore"], "{day:?}");
    assert!(hour.utilisation > 0.99 && day.utilisation > 0.99, "{hour:?}");
    assert!(day.xp.keys().eq(["mining"]) && day.levels["mining"] > hour.levels["mining"], "{day:?}");
    assert_eq!((day.deaths, day.refusals, &day.blocked, &day.done), (0.0, 0.0, &None, &None));
    assert!(day.idle.is_empty(), "{:?}", day.idle);
}

#[test]
fn it_begins_where_the_character_is() {
    let novice = given("gathering", json!({"resource": "iron_rocks"}));
    let blocked = forecasts(&novice)[0].blocked.clone().unwrap();
    assert_eq!((blocked.after_seconds, blocked.unblock.as_deref()), (0, Some("mining level 10")));
    let miner = novice.skill(Skill::Mining, 10);
    let hour = &forecasts(&miner)[0];
    assert!(hour.blocked.is_none() && hour.items["iron_ore"] > 50.0, "{hour:?}");
}

#[test]
fn who_is_blocked_is_idle_for_a_reason_all_the_time() {
    let hour = &forecasts(&given("gathering", json!({"resource": "iron_rocks"})))[0];
    assert_eq!((hour.utilisation, hour.requests), (0.0, 0.0));
    let (reason, seconds) = hour.idle.first_key_value().unwrap();
    assert!(reason.starts_with("Cannot gather iron_rocks") && *seconds == 3600.0, "{:?}", hour.idle);
}

#[test]
fn it_ends_when_the_automation_is_done() {
    let day = &forecasts(&given("gathering", json!({"resource": "copper_rocks", "loops": 3})))[1];
    let done = day.done.clone().unwrap();
    assert!((91..200).contains(&done.after_seconds), "{done:?}");
    assert_eq!(done.reason, "Gathered 3 times, as was asked for");
    assert_eq!((day.items["copper_ore"], day.utilisation), (3.0, 1.0));
}

#[test]
fn fights_bring_xp_and_are_counted() {
    let hour = &forecasts(&given("combat", json!({"monster": "chicken"})))[0];
    assert!(hour.fights > 10.0 && hour.deaths == 0.0, "{hour:?}");
    assert!(hour.xp["combat"] > 0.0 && hour.requests >= hour.fights, "{hour:?}");
}

#[test]
fn the_same_question_has_the_same_answer() {
    let ana = given("combat", json!({}));
    assert_eq!(forecasts(&ana), forecasts(&ana));
}

#[test]
fn a_fresh_character_stands_at_the_start_with_nothing() {
    let start = Start::fresh(Arc::new(fixture::season()), fixture::given("combat", json!({})).now).unwrap();
    assert_eq!((start.character.combat.level, start.character.inventory.total()), (1, 0));
    let mind = Mind::new("gathering", json!({})).unwrap();
    assert!(forecast(&mind, &start, &[1], 1)[0].xp["mining"] > 0.0);
}

#[test]
fn a_milestone_more_stands_where_the_automation_is_done() {
    let ana = given("combat", json!({"monster": "chicken", "fights": 2}));
    let milestones = milestones(&ana.mind, &start(&ana), 2);
    let end = &milestones[0];
    assert!(end.after_seconds < 900 && end.expected.fights == 2.0, "{end:?}");
    let half = game::milestone::expected(&milestones, end.after_seconds / 2).unwrap();
    assert!((0.9..=1.1).contains(&half.fights), "{half:?}");
    assert_eq!(milestones.last().unwrap().expected, end.expected);
}

#[test]
fn milestones_expect_what_the_forecast_of_the_same_hours_brings() {
    let ana = given("combat", json!({"monster": "chicken"}));
    let milestones = milestones(&ana.mind, &start(&ana), 2);
    for forecast in forecasts(&ana) {
        let at =
            milestones.iter().find(|milestone| milestone.after_seconds == 3600 * forecast.hours).unwrap();
        let (expected, xp) = (at.expected, forecast.xp.values().sum::<f64>());
        assert!((expected.xp - xp).abs() < 0.1, "{expected:?}, {forecast:?}");
        assert_eq!((expected.fights, expected.deaths), (forecast.fights, forecast.deaths));
        assert!(
            expected.busy_seconds > 0.99 * f64::from(at.after_seconds) && expected.items > 0.0,
            "{expected:?}"
        );
    }
}
