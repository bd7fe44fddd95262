//! Events, taken by whoever gains most: goblins, of whom only their camp has rings.

use game::{GameData, character::Slot, data::Event, xp};
use serde_json::{Value, json};

use super::{Troupe, company};
use crate::{
    fixture::given,
    goals::{Hands, Standing},
};

const GOBLINS: &str = "fight goblin while goblin_camp is on";

/// A company of swordsmen, while goblins are there for so many minutes more.
fn goblins_for(minutes: i64, names: &[&str]) -> Troupe {
    let mut troupe = with_events(names, |goblins| goblins);
    for member in &mut troupe.members {
        let swordsman = given("combat", json!({})).level(20).wears(Slot::Weapon, "sword").character;
        member.character = game::Character { name: member.character.name.clone(), ..swordsman };
    }
    troupe.calendar.events = given("combat", json!({})).goblins_for(minutes).events;
    troupe
}

/// A company in a season whose goblins leave a ring behind now and then, with its event changed.
fn with_events(names: &[&str], change: impl Fn(Event) -> Event) -> Troupe {
    let mut troupe = company(names);
    let mut lists = troupe.data.to_lists();
    lists.events = lists.events.into_iter().map(change).collect();
    let goblin = lists.monsters.iter_mut().find(|monster| monster.code.as_str() == "goblin").unwrap();
    (goblin.drops[0].code, goblin.drops[0].rate) = ("ring".parse().unwrap(), 4);
    troupe.data = GameData::new(lists).unwrap();
    troupe
}

fn at_work(goal: usize, part: &str) -> Hands {
    Hands::AtWork { goal: Some(goal), part: part.to_owned() }
}

/// Why nobody goes to the goblins, as the last of the goals tells.
#[track_caller]
fn nobody_goes(troupe: &Troupe, why: &str) {
    let goal = troupe.plan().goals.pop().unwrap();
    assert_eq!(
        (goal.standing, goal.impossible[0].what.as_str()),
        (Standing::Waiting, "Goblin Camp: fight goblin")
    );
    assert_eq!(goal.impossible[0].why, why);
}

#[test]
fn while_none_is_on_the_goal_waits_and_is_never_reached() {
    let troupe = company(&["Ana"]).wants("event", Value::Null);
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.seconds, goal.progress), (Standing::Waiting, None, 0.0));
    assert_eq!(goal.awaits.unwrap().what, "Goblin Camp, which comes about every 17 hours");
}

#[test]
fn whoever_gains_most_goes_there_until_it_ends() {
    let mut troupe = goblins_for(30, &["Ana", "Bob"]).wants("event", Value::Null);
    troupe.member("Bob").character.stats.prospecting = 500;
    assert_eq!(troupe.now(), [format!("Bob: {GOBLINS}")]);
    let plan = troupe.plan();
    assert_eq!((plan.assignments[0].strategy.as_str(), plan.assignments[0].seconds), ("combat", 1800.0));
    assert_eq!((plan.goals[0].standing, plan.goals[0].seconds), (Standing::UnderWay, None));
    let why = &plan.goals[0].lines[0].why;
    assert!(why.starts_with("It gains about ") && why.contains(" ring; for Ana it is about "), "{why}");
}

#[test]
fn an_event_calls_its_member_away_from_work_that_waits_for_it_meanwhile() {
    let troupe = goblins_for(30, &["Ana"])
        .wants("level", json!({"skill": "mining", "level": 5}))
        .wants("event", Value::Null)
        .hands("Ana", at_work(0, "train mining to 5"));
    assert_eq!(troupe.now(), [format!("Ana: {GOBLINS}")]);
    let goals = troupe.plan().goals;
    assert_eq!((goals[0].standing, goals[0].lines[0].from_seconds), (Standing::Waiting, 1800.0));
}

#[test]
fn whoever_does_something_more_urgent_is_left_to_it() {
    let troupe = goblins_for(30, &["Ana"]).wants("level", json!({"skill": "mining", "level": 5})).urgent(6);
    let idle = troupe.wants("event", Value::Null);
    assert_eq!(idle.now(), ["Ana: train mining to 5"]);
    assert_eq!(idle.plan().goals[1].impossible[0].why, "whoever could go has something more urgent to do");
    nobody_goes(&idle.hands("Ana", at_work(0, "train mining to 5")), "nobody is free to go");
}

#[test]
fn whoever_has_nothing_to_do_goes_rather_than_one_who_gains_little_more() {
    let mut troupe = goblins_for(30, &["Ana", "Bob"])
        .wants("level", json!({"skill": "mining", "level": 5, "names": ["Bob"]}))
        .wants("event", Value::Null)
        .hands("Bob", at_work(0, "train mining to 5"));
    troupe.member("Bob").character.stats.prospecting = 100;
    assert!(troupe.now().contains(&format!("Ana: {GOBLINS}")), "{:?}", troupe.now());
    troupe.member("Bob").character.stats.prospecting = 1000;
    assert_eq!(troupe.now(), [format!("Bob: {GOBLINS}")]);
}

#[test]
fn whoever_is_there_stays_to_the_end() {
    let mut troupe =
        goblins_for(30, &["Ana", "Bob"]).wants("event", Value::Null).hands("Ana", at_work(0, GOBLINS));
    troupe.member("Bob").character.stats.prospecting = 1000;
    assert_eq!(troupe.now(), [format!("Ana: {GOBLINS}")]);
    assert!(troupe.plan().assignments[0].goes_on);
}

#[test]
fn one_that_would_be_over_too_soon_is_left_alone() {
    let troupe = goblins_for(1, &["Ana"]).wants("event", Value::Null);
    nobody_goes(&troupe, "Ana: the event Goblin Camp that brings it is over before one could be there");
}

#[test]
fn nobody_goes_who_would_be_beaten_or_has_been_told_something_else() {
    let mut weak = goblins_for(30, &["Ana"]).wants("event", Value::Null);
    weak.member("Ana").character.max_hp = 3;
    nobody_goes(&weak, "Ana: a fight would cost about 5 of 3 hp");
    let taken =
        goblins_for(30, &["Ana"]).wants("event", Value::Null).hands("Ana", Hands::Taken("combat".to_owned()));
    nobody_goes(&taken, "nobody is free to go");
}

#[test]
fn what_pays_no_more_xp_than_elsewhere_is_left_alone_by_who_wants_xp() {
    let wants_xp = |troupe: Troupe| troupe.wants("event", json!({"best_for": "xp"}));
    assert_eq!(wants_xp(goblins_for(30, &["Ana"])).now(), [format!("Ana: {GOBLINS}")]);
    let mut master = wants_xp(goblins_for(30, &["Ana"]));
    master.member("Ana").character.combat = xp::at_level(40);
    nobody_goes(&master, "Ana: it brings no more combat xp than there is elsewhere");
}

#[test]
fn merchants_are_left_to_those_who_trade() {
    let merchant = |mut event: Event| {
        event.content = serde_json::from_value(json!({"type": "npc", "code": "tailor"})).unwrap();
        event
    };
    let data = with_events(&["Ana"], merchant).data;
    let goal = crate::Goal::new("event", &json!({"events": ["goblin_camp"]})).unwrap();
    let error = goal.check(&data, &[]).unwrap_err().to_string();
    assert!(error.contains("goblin_camp brings nothing to fight or to gather"), "{error}");
}
