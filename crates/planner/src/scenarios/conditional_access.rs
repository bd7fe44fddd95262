//! Tiles and ways that only some may take: those of a level, or who pays.

use game::{
    Action, MapId, RefusalCode,
    data::{AccessType, Condition, Operator},
};
use serde_json::json;

use super::{blocks, fighter, in_a_season};
use crate::fixture::{Given, given, walk};

const UNBLOCK: &str =
    "Meet the conditions of the tiles and transitions on the way, or bring the gold they cost";

/// The gate between chickens and wolves is for who has this, on the tile of the second copper rocks.
fn with_gate(given: Given, code: &str, operator: Operator, value: i64) -> Given {
    in_a_season(given, |lists| {
        let gate = lists.maps.iter_mut().find(|tile| tile.map_id == MapId(5)).unwrap();
        gate.access.kind = AccessType::Conditional;
        gate.access.conditions = vec![Condition { code: code.to_owned(), operator, value }];
    })
}

fn iron(given: Given) -> Given {
    given.skill(game::Skill::Mining, 10)
}

fn miner_of_iron() -> Given {
    iron(given("gathering", json!({"resource": "iron_rocks"})).at(4))
}

#[test]
fn a_gate_for_a_level_is_closed_before_it() {
    let gated = |level| with_gate(miner_of_iron().level(level), "level", Operator::Gt, 4);
    blocks(&mut gated(4), "Cannot gather iron_rocks: no way leads there from (3, 0)", UNBLOCK);
    assert_eq!(gated(5).action(), walk(6));
}

#[test]
fn a_gate_that_the_game_does_not_open_after_all_is_left_alone_for_a_while() {
    let mut ana = miner_of_iron();
    assert_eq!(ana.refused(RefusalCode::ConditionsNotMet), walk(6));
    blocks(
        &mut ana,
        "Cannot gather iron_rocks: the game refused every tile of it within reach, at last: No. (496)",
        "Wait until it is there again: the next try is a few minutes later",
    );
    assert_eq!(ana.minutes_later(11).action(), walk(6));
}

#[test]
fn a_monster_behind_a_gate_is_not_chosen() {
    let mut ana = fighter();
    ana = with_gate(ana.at(6), "level", Operator::Gt, 4);
    blocks(&mut ana, "Cannot fight chicken: no way leads there from (5, 0)", UNBLOCK);
}

#[test]
fn a_ferry_is_paid_for_when_no_other_way_is_left() {
    let stranded = |gold| {
        let ana = given("combat", json!({"monster": "chicken"})).at(23).gold(gold);
        in_a_season(ana.wears(game::character::Slot::Weapon, "sword"), |lists| {
            let ladder = lists.maps.iter_mut().find(|tile| tile.map_id == MapId(21)).unwrap();
            ladder.interactions.transition = None;
        })
    };
    assert_eq!(stranded(100).action(), Action::Transition);
    blocks(&mut stranded(99), "Cannot fight chicken: no way leads there from (2, 0) underground", UNBLOCK);
}

#[test]
fn a_ferry_that_is_refused_is_gone_round() {
    let mut ana = given("combat", json!({"monster": "chicken"})).at(23).gold(500);
    ana = ana.wears(game::character::Slot::Weapon, "sword");
    assert_eq!(ana.action(), walk(21), "the ladder costs nothing");
    assert_eq!(ana.refused(RefusalCode::NoPath), walk(21));
    assert_eq!(ana.action(), Action::Transition);
}
