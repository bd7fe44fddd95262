//! Maps are drawn: `.` anybody may enter, `#` nobody, `r` restricted, `?` with a condition, a space is no tile.

use super::*;
use crate::{data::Layer, fixture};

fn draw(map: &str) -> Atlas {
    let mut tiles = Vec::new();
    for (y, line) in (0..).zip(map.lines()) {
        for (x, mark) in (0..).zip(line.chars()) {
            let mut tile = fixture::tile(u32::try_from(tiles.len()).unwrap(), x, y);
            tile.access.kind = match mark {
                '.' => AccessType::Standard,
                '#' => AccessType::Blocked,
                'r' => AccessType::Restricted,
                '?' => AccessType::Conditional,
                ' ' => continue,
                other => panic!("{other} is no kind of tile"),
            };
            tiles.push(tile);
        }
    }
    Atlas::new(tiles)
}

fn at(x: i32, y: i32) -> Position {
    Position { layer: Layer::Overworld, x, y }
}

/// The number of steps from one place to another, `None` when there is no way.
fn steps(map: &str, from: (i32, i32), to: (i32, i32), may_enter: bool) -> Option<usize> {
    let path = walk(&draw(map), at(from.0, from.1), at(to.0, to.1), |_| may_enter)?;
    for pair in path.windows(2) {
        assert_eq!(pair[0].x.abs_diff(pair[1].x) + pair[0].y.abs_diff(pair[1].y), 1, "one tile at a time");
    }
    assert_eq!((path[0], path[path.len() - 1]), (at(from.0, from.1), at(to.0, to.1)));
    Some(path.len() - 1)
}

#[test]
fn a_walk_in_the_open_is_as_long_as_the_distance() {
    assert_eq!(steps("....\n....\n....", (0, 0), (3, 2), false), Some(5));
}

#[test]
fn staying_where_one_is_takes_no_step() {
    assert_eq!(steps(".", (0, 0), (0, 0), false), Some(0));
}

#[test]
fn a_wall_is_walked_round() {
    assert_eq!(steps("...\n.#.\n.#.\n...", (0, 2), (2, 2), false), Some(4));
    assert_eq!(steps(".#.\n.#.\n.#.\n...", (0, 0), (2, 0), false), Some(8));
}

#[test]
fn nothing_leads_through_a_closed_wall_or_over_missing_tiles() {
    assert_eq!(steps(".#.\n.#.", (0, 0), (2, 0), true), None);
    assert_eq!(steps(". .\n. .", (0, 0), (2, 0), true), None);
}

#[test]
fn a_blocked_tile_is_no_destination() {
    assert_eq!(steps(".#", (0, 0), (1, 0), true), None);
}

#[test]
fn a_conditional_tile_is_a_way_only_for_those_who_meet_the_condition() {
    let map = "...\n.#.\n.?.";
    assert_eq!(steps(map, (0, 2), (2, 2), true), Some(2));
    assert_eq!(steps(map, (0, 2), (2, 2), false), Some(6));
    assert_eq!(steps(map, (0, 2), (1, 2), false), None);
}

#[test]
fn a_restricted_tile_is_entered_only_from_another_and_left_freely() {
    let map = "...\n.rr\n...";
    assert_eq!(steps(map, (0, 1), (2, 1), true), None, "from outside");
    assert_eq!(steps(map, (1, 1), (2, 1), false), Some(1), "within");
    assert_eq!(steps(map, (1, 1), (0, 1), false), Some(1), "out");
    assert_eq!(steps(map, (0, 2), (1, 0), false), Some(3), "round it");
}

#[test]
fn no_walk_leads_to_another_layer() {
    let atlas = draw("..");
    let below = Position { layer: Layer::Underground, ..at(1, 0) };
    assert_eq!(walk(&atlas, at(0, 0), below, |_| true), None);
}
