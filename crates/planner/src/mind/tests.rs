//! What a mind remembers, and how it is written down.

use game::{Action, Detail, RefusalCode, SimpleItem, character::Slot, outcome::Yield};
use serde_json::json;

use crate::{ConfigError, Decision, Mind, Report, fixture::given};

fn one_ore() -> Detail {
    Detail::Gathered {
        resource: None,
        skill: None,
        gain: Yield { xp: 6, items: vec![SimpleItem::new("copper_ore".parse().unwrap(), 1)] },
    }
}

#[test]
fn a_mind_goes_on_where_it_was_written_down() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks", "loops": 2})).at(3);
    let action = ana.action();
    ana.applied(&action, one_ore());
    ana.refused(RefusalCode::ContentNotFound);
    let text = serde_json::to_string(&ana.mind).unwrap();
    let before = ana.step();
    ana.mind = serde_json::from_str(&text).unwrap();
    assert_eq!(ana.step(), before);
    assert_eq!(ana.mind.tally().gathers, 1);
}

#[test]
fn everything_done_is_counted() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3);
    let action = ana.action();
    ana.applied(&action, one_ore());
    ana.applied(&action, one_ore());
    let tally = ana.mind.tally();
    assert_eq!((tally.actions, tally.gathers, tally.xp, tally.seconds), (2, 2, 12, 6));
    assert_eq!(tally.gained(&"copper_ore".parse().unwrap()), 2);
}

#[test]
fn an_action_whose_reply_was_lost_counts_with_what_is_known_of_it() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3);
    let (action, who, detail) = (ana.action(), ana.character.name.clone(), one_ore());
    ana.mind.applied(&action, Report { who: &who, seconds: 31, detail: Some(&detail) });
    ana.mind.applied(&action, Report { who: &who, seconds: 31, detail: None });
    let tally = ana.mind.tally();
    assert_eq!((tally.actions, tally.gathers, tally.xp, tally.seconds), (2, 2, 6, 62));
    assert_eq!(tally.gained(&"copper_ore".parse().unwrap()), 1);
}

#[test]
fn a_fight_with_an_end_that_nobody_saw_is_neither_won_nor_lost() {
    let mut ana = given("combat", json!({})).wears(Slot::Weapon, "stick").at(4);
    let who = ana.character.name.clone();
    ana.mind.applied(&Action::Fight, Report { who: &who, seconds: 40, detail: None });
    let tally = ana.mind.tally();
    assert_eq!((tally.fights, tally.wins, tally.deaths), (1, 0, 0));
}

#[test]
fn a_memory_of_another_kind_is_refused_in_words() {
    let error = Mind::restore("combat", json!({}), json!({"tally": {"fights": "many"}})).unwrap_err();
    assert!(matches!(error, ConfigError::BadMemory { .. }), "{error}");
}

#[test]
fn trying_again_forgets_refusals_and_keeps_the_counters() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3);
    let action = ana.action();
    ana.applied(&action, one_ore());
    for _ in 0..3 {
        ana.refused(RefusalCode::Other(599));
        ana = ana.minutes_later(1);
    }
    assert!(matches!(ana.step(), Decision::Blocked { .. }));
    ana.mind.retry();
    assert_eq!(ana.action(), action);
    assert_eq!(ana.mind.tally().gathers, 1);
}

#[test]
fn in_another_season_it_reckons_anew_and_goes_on() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3);
    let action = ana.action();
    ana.applied(&action, one_ore());
    ana.refused(RefusalCode::Other(599));
    ana.data.version = "9.0.0".to_owned();
    assert_eq!(ana.action(), action);
    assert_eq!(ana.mind.tally().gathers, 1);
}

#[test]
fn what_another_season_does_not_have_is_said_until_it_is_stopped_or_told_something_else() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3).carries("copper_ore", 5);
    ana.action();
    ana.data.version = "9.0.0".to_owned();
    ana.data.resources.clear();
    let decision = ana.step();
    let Decision::Blocked { why } = &decision else { panic!("{decision:?}") };
    assert!(why.text.starts_with("Version 9.0.0 of the game has no place for this:"), "{}", why.text);
    assert!(why.text.contains("copper_rocks"), "{}", why.text);
    ana.mind.wind_down();
    assert!(matches!(ana.step(), Decision::Act { .. }), "it takes what it carries to the bank");
}
