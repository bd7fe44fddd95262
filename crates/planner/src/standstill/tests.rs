//! What a blocked mind says is kept, and for how long.

use game::{RefusalCode, Skill, character::Slot};
use serde_json::json;

use super::{Standstill, digest};
use crate::{
    Decision,
    fixture::{Given, given},
};

/// Somebody who is asked to gather what needs more skill.
fn stuck() -> Given {
    given("gathering", json!({"resource": "iron_rocks"})).at(3).carries("egg", 1).bank_holds("hide", 1)
}

/// How often the search is made when it is asked first here and then there.
fn searches(first: &Given, then: &Given, found: &Decision) -> usize {
    let (mut standstill, mut searches) = (Standstill::default(), 0);
    for given in [first, then] {
        given.look(|situation| {
            standstill.or_decide(situation, |_| {
                searches += 1;
                found.clone()
            })
        });
    }
    searches
}

#[test]
fn who_is_blocked_searches_once() {
    let blocked = Decision::blocked("It needs mining 10, not 1", "mining level 10");
    assert_eq!(searches(&stuck(), &stuck(), &blocked), 1);
    assert_eq!(searches(&stuck(), &stuck().minutes_later(60), &blocked), 1, "time alone changes nothing");
    assert_eq!(searches(&stuck(), &stuck().at(4), &blocked), 2);
}

#[test]
fn who_has_something_to_do_looks_each_time() {
    let done = Decision::done("Gathered 5 times, as was asked for");
    assert_eq!(searches(&stuck(), &stuck(), &done), 2);
}

#[test]
fn whatever_has_changed_is_news() {
    let before = stuck().look(digest);
    let news: [fn(Given) -> Given; 14] = [
        |ana| ana.at(4),
        |ana| ana.level(2),
        |ana| ana.skill(Skill::Mining, 2),
        |ana| ana.hp(5),
        |ana| ana.gold(1),
        |ana| ana.carries("egg", 1),
        |ana| ana.wears(Slot::Ring1, "ring"),
        |ana| ana.bank_holds("hide", 2),
        |ana| ana.bank_slots(49),
        |ana| ana.nobody_has_seen_the_bank(),
        |ana| ana.goblins_for(30),
        |ana| ana.beside("Ben", stuck()),
        |mut ana| {
            ana.bank.as_mut().unwrap().gold = 1;
            ana
        },
        |mut ana| {
            ana.data.version.push('2');
            ana
        },
    ];
    for (place, news) in news.into_iter().enumerate() {
        assert_ne!(news(stuck()).look(digest), before, "number {place}");
    }
}

#[test]
fn an_event_that_is_over_is_news() {
    assert_ne!(stuck().goblins_for(30).minutes_later(30).look(digest), stuck().goblins_for(30).look(digest));
}

#[test]
fn a_cooldown_that_is_over_is_none() {
    let mut ana = stuck();
    ana.character.cooldown = 25;
    assert_eq!(ana.look(digest), stuck().look(digest));
}

#[test]
fn a_setback_that_is_over_is_news() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks"})).at(3);
    ana.refused(RefusalCode::ContentNotFound);
    ana.refused(RefusalCode::NoPath);
    assert!(matches!(ana.step(), Decision::Blocked { .. }));
    assert!(ana.minutes_later(11).step().action().is_some(), "it is tried again");
}
