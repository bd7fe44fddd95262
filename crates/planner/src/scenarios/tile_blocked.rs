//! A tile that the map promises cannot be stepped on, or has nothing on it.

use game::{Action, RefusalCode, data::AccessType};
use serde_json::json;

use super::{blocks, fighter, in_a_season, miner};
use crate::fixture::{Given, given, walk};

fn with_blocked(given: Given, map_id: u32) -> Given {
    in_a_season(given, |lists| {
        let tile = lists.maps.iter_mut().find(|tile| tile.map_id == game::MapId(map_id)).unwrap();
        tile.access.kind = AccessType::Blocked;
    })
}

#[test]
fn a_wall_on_the_only_way_is_told() {
    blocks(
        &mut with_blocked(miner().at(6), 7).at(9),
        "Cannot gather copper_rocks: no way leads there from (8, 0)",
        "Meet the conditions of the tiles and transitions on the way, or bring the gold they cost",
    );
}

#[test]
fn a_rock_behind_a_wall_is_left_for_another_one() {
    assert_eq!(with_blocked(miner().at(6), 4).action(), walk(5));
    assert_eq!(with_blocked(miner().at(2), 4).action(), walk(3));
}

#[test]
fn a_tile_that_the_game_calls_blocked_is_dropped_for_another_one_and_tried_again_later() {
    let mut ana = miner().at(2);
    assert_eq!(ana.refused(RefusalCode::MapBlocked), walk(3));
    assert_eq!(ana.action(), walk(5));
    assert_eq!(ana.minutes_later(11).action(), walk(3));
}

#[test]
fn a_tile_with_nothing_on_it_is_dropped_for_another_one_and_tried_again_later() {
    let mut ana = miner();
    assert_eq!(ana.refused(RefusalCode::ContentNotFound), Action::Gathering);
    assert_eq!(ana.action(), walk(5));
    assert_eq!(ana.minutes_later(11).action(), Action::Gathering);
}

#[test]
fn a_target_without_any_tile_left_blocks() {
    let mut ana = miner();
    ana.refused(RefusalCode::ContentNotFound);
    ana.refused(RefusalCode::NoPath);
    blocks(
        &mut ana,
        "Cannot gather copper_rocks: the game refused every tile of it within reach, at last: No. (598)",
        "Wait until it is there again: the next try is a few minutes later",
    );
}

#[test]
fn a_bank_that_cannot_be_reached_is_done_without_until_the_bag_is_full() {
    assert_eq!(with_blocked(fighter(), 2).carries("egg", 90).action(), Action::Fight);
    blocks(
        &mut with_blocked(fighter(), 2).carries("hide", 100),
        "Bag is full (100 of 100), and no way leads to a bank from (3, 0)",
        "Empty the bag, or bring the character where a bank can be reached",
    );
}

#[test]
fn a_workshop_that_cannot_be_reached_is_told_before_materials_are_gathered() {
    let mut ana = with_blocked(given("crafting", json!({"item": "dagger"})).at(3), 8);
    let why = ana.step().why().clone();
    assert!(why.text.contains("no way leads there from (2, 0)") && why.unblock.is_some(), "{why:?}");
}
