//! What targets are worth in the small world.

use game::{MapId, character::Slot, fight::Fighter};
use serde_json::json;

use super::{
    Site,
    duel::{Duel, Lesson},
    gather,
};
use crate::fixture::{Given, given};

fn ana() -> Given {
    given("combat", json!({}))
}

fn copper(given: &Given, saving: i64) -> super::Estimate {
    given.look(|situation| {
        let trip = situation.reach().trip(situation, situation.data.maps.get(MapId(3)).unwrap()).unwrap();
        let copper = situation.data.resource("copper_rocks").unwrap();
        gather(&situation.character, copper, saving, &Site::new(situation, trip))
    })
}

#[test]
fn a_gather_costs_its_cooldown_and_its_share_of_the_bank_trip() {
    // 31 s, and of a trip of 2 × 5 s and two deposits of 3 s one part in 100, for one ore and a little.
    let estimate = copper(&ana().at(3), 0);
    assert!((31.15..31.2).contains(&estimate.seconds), "{estimate:?}");
}

#[test]
fn a_tool_and_a_short_way_pay() {
    let plain = copper(&ana().at(3), 0).per_hour;
    assert!(copper(&ana().at(3), 10).per_hour > plain);
    assert!(copper(&ana().at(7), 0).per_hour < plain);
}

#[test]
fn a_duel_foretells_what_a_plain_fight_does() {
    let ana = ana().wears(Slot::Weapon, "stick");
    let hero = Fighter::character(&ana.character, &ana.data);
    let duel = Duel::of(&hero, &Fighter::monster(ana.data.monster("chicken").unwrap()), Lesson::NONE);
    // 15 turns of 4 for 60 hp; the chicken comes second and hits 14 times for 4.
    assert_eq!((duel.turns, duel.hp_lost), (29.0, 56.0));
}

#[test]
fn a_hero_without_any_attack_never_ends_a_duel() {
    let ana = ana();
    let hero = Fighter::character(&ana.character, &ana.data);
    assert!(!Duel::of(&hero, &Fighter::monster(ana.data.monster("chicken").unwrap()), Lesson::NONE).ends());
}
