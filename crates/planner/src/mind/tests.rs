//! What a mind remembers, and how it is written down.

use game::{Detail, RefusalCode, SimpleItem, outcome::Yield};
use serde_json::json;

use crate::{ConfigError, Decision, Mind, fixture::given};

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
