//! Ways of the small world (see [`crate::fixture`]).

use game::{Action, MapId, data::ContentType};
use serde_json::json;

use super::{Reach, Trip, seconds_to_bank};
use crate::fixture::{Given, given, walk};

fn ana() -> Given {
    given("combat", json!({}))
}

fn trip(given: &Given, map_id: u32) -> Option<Trip> {
    given.look(|situation| {
        let tile = situation.data.maps.get(MapId(map_id)).unwrap();
        situation.reach().trip(situation, tile)
    })
}

#[test]
fn a_walk_on_one_layer_is_one_move() {
    let trip = trip(&ana(), 4).unwrap();
    assert_eq!((trip.next, trip.seconds), (Some(walk(4)), 15));
}

#[test]
fn standing_there_needs_no_step() {
    let trip = trip(&ana(), 1).unwrap();
    assert_eq!((trip.next, trip.seconds), (None, 0));
}

#[test]
fn another_layer_is_reached_by_walking_to_the_transition_and_taking_it() {
    assert_eq!(trip(&ana().at(4), 22).unwrap().next, Some(walk(1)));
    let at_the_ladder = trip(&ana(), 22).unwrap();
    assert_eq!((at_the_ladder.next, at_the_ladder.seconds), (Some(Action::Transition), 10));
}

#[test]
fn a_transition_that_costs_more_than_there_is_leads_nowhere() {
    // From the ferry (23) to the wolf (7): 100 gold, or 2 tiles, the ladder and 6 tiles.
    let on_foot = trip(&ana().at(23), 7).unwrap();
    assert_eq!((on_foot.next, on_foot.seconds), (Some(walk(21)), 45));
}

#[test]
fn gold_is_not_spent_to_save_seconds() {
    assert_eq!(trip(&ana().at(23).gold(500), 7).unwrap().next, Some(walk(21)));
}

#[test]
fn a_transition_is_paid_for_when_no_other_way_is_left() {
    let mut ana = ana().at(23).gold(500);
    ana.data = without_ladder(&ana.data);
    assert_eq!(trip(&ana, 7).unwrap().next, Some(Action::Transition));
    assert_eq!(trip(&ana.gold(99), 7), None);
}

#[test]
fn the_nearest_tile_of_a_content_is_taken() {
    let nearest = |given: &Given| {
        given.look(|situation| {
            let tiles = situation.data.maps.with_content(&ContentType::Resource, "copper_rocks");
            situation.reach().nearest(situation, tiles).unwrap().to
        })
    };
    assert_eq!(nearest(&ana()), MapId(3));
    assert_eq!(nearest(&ana().at(7)), MapId(5));
}

#[test]
fn the_bank_is_as_far_from_any_tile_as_the_way_there() {
    ana().look(|situation| {
        for tile in situation.data.maps.iter() {
            let way = Reach::of(situation, tile.map_id).nearest_bank(situation).unwrap();
            assert_eq!(seconds_to_bank(situation, tile.map_id), Some(way.seconds), "{}", tile.map_id);
        }
    });
}

#[test]
fn without_a_way_there_is_no_distance_to_a_bank() {
    let mut ana = ana();
    ana.data = without_ladder(&ana.data);
    ana.look(|situation| assert_eq!(seconds_to_bank(situation, MapId(22)), None));
}

fn without_ladder(data: &game::GameData) -> game::GameData {
    let mut lists = data.to_lists();
    for tile in &mut lists.maps {
        if tile.map_id != MapId(23) {
            tile.interactions.transition = None;
        }
    }
    game::GameData::new(lists).unwrap()
}
