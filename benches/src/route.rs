//! Finding ways: the shortest walk between any two places of the world where there is something to do. The floor looks at
//! the tiles of the same ways, already known.

use std::hint::black_box;

use game::{
    GameData,
    data::{Interactions, Layer, Position},
    route,
};

use crate::{
    harness::{Row, Table, Target},
    stage,
};

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let season = stage::season();
    let walks: Vec<_> = pairs(&season)
        .into_iter()
        .filter_map(|(from, to)| Some((from, to, walk(&season, from, to)?)))
        .collect();
    let count = u64::try_from(walks.len()).expect("a number of ways");
    let row = Row { subject: "route: a walk", floor: "a look at its tiles", target: Target::Open };
    let find = || {
        for (from, to, _) in &walks {
            black_box(walk(&season, *from, *to));
        }
        count
    };
    let look = || {
        for (_, _, way) in &walks {
            black_box(way.iter().filter_map(|at| season.maps.at(*at)).count());
        }
        count
    };
    table.measure(row, find, look);
}

fn walk(season: &GameData, from: Position, to: Position) -> Option<Vec<Position>> {
    route::walk(&season.maps, from, to, |_| true)
}

fn pairs(season: &GameData) -> Vec<(Position, Position)> {
    let places = season.maps.iter().filter(|tile| tile.interactions != Interactions::default());
    let places: Vec<_> =
        places.map(|tile| tile.position()).filter(|place| place.layer == Layer::Overworld).collect();
    let from_each = |from: &Position| places.iter().map(|to| (*from, *to)).collect::<Vec<_>>();
    places.iter().step_by(8).flat_map(from_each).collect()
}
