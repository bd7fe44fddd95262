//! Finding the way on one layer: A* over walkable tiles, four neighbours, unit cost (RULES §5).

use pathfinding::prelude::astar;

use crate::data::{AccessType, Atlas, GameMap, Position};

/// The shortest walk from one tile to another of the same layer, both ends included; `None` when no way leads there.
///
/// `may_enter` says whether the conditions of a conditional tile hold for the walker. Blocked tiles are never
/// entered; restricted ones only from another restricted tile.
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
    let (path, _) = astar(
        &from,
        |&at| {
            let here_restricted = is_restricted(atlas.at(at));
            neighbours(at)
                .into_iter()
                .filter_map(|next| atlas.at(next))
                .filter_map(|tile| {
                    let open = match tile.access.kind {
                        AccessType::Standard => true,
                        AccessType::Restricted => here_restricted,
                        AccessType::Conditional => may_enter(tile),
                        AccessType::Blocked | AccessType::Other(_) => false,
                    };
                    open.then(|| (tile.position(), 1))
                })
                .collect::<Vec<_>>()
        },
        distance,
        |at| *at == to,
    )?;
    Some(path)
}

fn is_restricted(tile: Option<&GameMap>) -> bool {
    tile.is_some_and(|tile| tile.access.kind == AccessType::Restricted)
}

fn neighbours(at: Position) -> [Position; 4] {
    [(0, -1), (1, 0), (0, 1), (-1, 0)].map(|(dx, dy)| Position { x: at.x + dx, y: at.y + dy, ..at })
}

#[cfg(test)]
mod tests;
