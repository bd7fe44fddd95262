//! Walking: where a single step may lead, and the shortest walk on one layer (RULES §5).

use pathfinding::prelude::astar;

use crate::data::{AccessType, Atlas, GameMap, Place, Position};

/// The tiles that one step from a tile leads to: its four neighbours that may be entered.
///
/// `may_enter` says whether the conditions of a conditional tile hold for the walker. Blocked tiles are never entered;
/// restricted ones only from another restricted tile.
pub fn steps<'a>(
    atlas: &'a Atlas,
    from: &GameMap,
    may_enter: impl Fn(&GameMap) -> bool,
) -> impl Iterator<Item = &'a GameMap> {
    let entered = atlas.find(from.map_id).map(|place| entered(atlas, place, may_enter));
    entered.into_iter().flatten().map(|place| atlas.tile(place))
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
    let (start, end) = (atlas.place(from)?, atlas.place(to)?);
    let distance = |at: &Place| {
        let GameMap { x, y, .. } = atlas.tile(*at);
        x.abs_diff(to.x) + y.abs_diff(to.y)
    };
    let next = |at: &Place| entered(atlas, *at, &may_enter).map(|next| (next, 1));
    let (path, _) = astar(&start, next, distance, |at| *at == end)?;
    Some(path.into_iter().map(|at| atlas.tile(at).position()).collect())
}

/// Where one step leads.
fn entered(atlas: &Atlas, from: Place, may_enter: impl Fn(&GameMap) -> bool) -> impl Iterator<Item = Place> {
    let from_restricted = atlas.tile(from).access.kind == AccessType::Restricted;
    atlas.around(from).filter(move |next| {
        let tile = atlas.tile(*next);
        match tile.access.kind {
            AccessType::Standard => true,
            AccessType::Restricted => from_restricted,
            AccessType::Conditional => may_enter(tile),
            AccessType::Blocked | AccessType::Other(_) => false,
        }
    })
}

#[cfg(test)]
mod tests;
