//! Walking: where a single step may lead, and the shortest walk on one layer (RULES §5).

use pathfinding::prelude::astar;

use crate::data::{AccessType, Atlas, GameMap, Position};

/// The tiles that one step from a tile leads to: its four neighbours that may be entered.
///
/// `may_enter` says whether the conditions of a conditional tile hold for the walker. Blocked tiles are never entered;
/// restricted ones only from another restricted tile.
pub fn steps<'a>(
    atlas: &'a Atlas,
    from: &GameMap,
    may_enter: impl Fn(&GameMap) -> bool,
) -> impl Iterator<Item = &'a GameMap> {
    let from_restricted = from.access.kind == AccessType::Restricted;
    let neighbours = neighbours(from.position()).into_iter().filter_map(|next| atlas.at(next));
    neighbours.filter(move |tile| match tile.access.kind {
        AccessType::Standard => true,
        AccessType::Restricted => from_restricted,
        AccessType::Conditional => may_enter(tile),
        AccessType::Blocked | AccessType::Other(_) => false,
    })
}

/// The shortest walk from one tile to another of the same layer, both ends included; `None` when no way leads there.
/// See [`steps`] for `may_enter`.
#[must_use]
pub fn walk(
    atlas: &Atlas,
    from: Position,
    to: Position,
    may_enter: impl Fn(&GameMap) -> bool,
) -> Option<Vec<Position>> {
    if from.layer != to.layer {
        return None;
    }
    let distance = |at: &Position| at.x.abs_diff(to.x) + at.y.abs_diff(to.y);
    let next = |at: &Position| -> Vec<_> {
        let tiles = atlas.at(*at).into_iter().flat_map(|tile| steps(atlas, tile, &may_enter));
        tiles.map(|tile| (tile.position(), 1)).collect()
    };
    let (path, _) = astar(&from, next, distance, |at| *at == to)?;
    Some(path)
}

fn neighbours(at: Position) -> [Position; 4] {
    [(0, -1), (1, 0), (0, 1), (-1, 0)].map(|(dx, dy)| Position { x: at.x + dx, y: at.y + dy, ..at })
}

#[cfg(test)]
mod tests;
