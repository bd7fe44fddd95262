//! Distances over all layers: walking, and transitions whose conditions hold and whose price can be paid (RULES §5).
//!
//! One Dijkstra from a tile answers every question about it: how far, which is nearest, and by which step.

use std::collections::HashMap;

use game::{
    Action, MapId, conditions, cooldown,
    data::{AccessType, Condition, ContentType, GameMap, Operator, Position},
};
use pathfinding::prelude::dijkstra_all;

use super::Trip;
use crate::situation::Situation;

/// A piece of gold paid on the way counts as so many seconds: about what it takes to earn one at low levels, where it
/// matters. It keeps a character from living on a ferry.
const SECONDS_PER_GOLD: u64 = 1;
/// An item paid on the way (a key) counts as an hour: it is lost for good.
const SECONDS_PER_ITEM: u64 = 3600;

/// All tiles that can be reached from one.
pub(crate) struct Reach {
    start: MapId,
    /// For each tile: the one before it on the cheapest way, and the cost of that way.
    ways: HashMap<MapId, (MapId, u64)>,
}

impl Reach {
    /// Everything that can be reached from `start` by the character of the situation.
    pub(crate) fn of(situation: &Situation<'_>, start: MapId) -> Self {
        Self { start, ways: dijkstra_all(&start, |id| steps(situation, *id)) }
    }

    /// The way to a tile; `None` when there is none.
    pub(crate) fn trip(&self, situation: &Situation<'_>, tile: &GameMap) -> Option<Trip> {
        let (to, at) = (tile.map_id, tile.position());
        if to == self.start {
            return Some(Trip { to, at, seconds: 0, next: None });
        }
        let maps = &situation.data.maps;
        let mut tiles = 0;
        let mut walk_to = to;
        let mut transition_first = false;
        let mut current = to;
        while current != self.start {
            let (before, _) = *self.ways.get(&current)?;
            tiles += 1;
            if !is_step(maps.get(before)?.position(), maps.get(current)?.position()) {
                // The earliest transition of the way decides: walk to it, or take it when standing on it.
                walk_to = before;
                transition_first = before == self.start;
            }
            current = before;
        }
        let next = if transition_first { Action::Transition } else { Action::Move { map_id: walk_to } };
        Some(Trip { to, at, seconds: cooldown::movement(tiles), next: Some(next) })
    }

    /// The way to the nearest of some tiles, without those that a refusal speaks against.
    pub(crate) fn nearest<'t>(
        &self,
        situation: &Situation<'_>,
        tiles: impl Iterator<Item = &'t GameMap>,
    ) -> Option<Trip> {
        let cost = |tile: &GameMap| match self.ways.get(&tile.map_id) {
            _ if tile.map_id == self.start => Some(0),
            Some((_, cost)) => Some(*cost),
            None => None,
        };
        let (_, tile) = tiles
            .filter(|tile| !situation.avoids(tile))
            .filter_map(|tile| Some((cost(tile)?, tile)))
            .min_by_key(|(cost, tile)| (*cost, tile.map_id))?;
        self.trip(situation, tile)
    }

    /// The way to the nearest bank.
    pub(crate) fn nearest_bank(&self, situation: &Situation<'_>) -> Option<Trip> {
        self.nearest(situation, situation.data.maps.with_content_type(&ContentType::Bank))
    }
}

/// The tiles one step from a tile, with their cost in seconds.
fn steps(situation: &Situation<'_>, from: MapId) -> Vec<(MapId, u64)> {
    let Some(tile) = situation.data.maps.get(from) else { return Vec::new() };
    let position = tile.position();
    let mut steps: Vec<_> = [(0, -1), (1, 0), (0, 1), (-1, 0)]
        .into_iter()
        .filter_map(|(dx, dy)| {
            situation.data.maps.at(Position { x: position.x + dx, y: position.y + dy, ..position })
        })
        .filter(|next| may_step(situation, tile, next))
        .map(|next| (next.map_id, u64::from(cooldown::movement(1))))
        .collect();
    if let Some(transition) = &tile.interactions.transition
        && conditions::hold(&transition.conditions, &situation.character)
        && !situation.avoids(tile)
    {
        steps.push((transition.map_id, u64::from(cooldown::TRANSITION) + toll(&transition.conditions)));
    }
    steps
}

fn may_step(situation: &Situation<'_>, from: &GameMap, to: &GameMap) -> bool {
    match to.access.kind {
        AccessType::Standard => true,
        AccessType::Restricted => from.access.kind == AccessType::Restricted,
        AccessType::Conditional => conditions::hold(&to.access.conditions, &situation.character),
        AccessType::Blocked | AccessType::Other(_) => false,
    }
}

fn is_step(from: Position, to: Position) -> bool {
    from.layer == to.layer && from.x.abs_diff(to.x) + from.y.abs_diff(to.y) == 1
}

/// What a transition's price counts, in seconds.
fn toll(conditions: &[Condition]) -> u64 {
    conditions
        .iter()
        .filter(|condition| condition.operator == Operator::Cost)
        .map(|condition| {
            let each = if condition.code == "gold" { SECONDS_PER_GOLD } else { SECONDS_PER_ITEM };
            each * u64::try_from(condition.value).unwrap_or(0)
        })
        .sum()
}
