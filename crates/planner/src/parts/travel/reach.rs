//! Distances over all layers, from one tile.
//!
//! One Dijkstra from a tile answers every question about it: how far, which is nearest, and by which step.

use std::collections::HashMap;

use game::{
    Action, MapId, cooldown,
    data::{ContentType, GameMap, Position},
};
use pathfinding::prelude::{dijkstra, dijkstra_all};

use super::{Trip, steps::steps};
use crate::situation::Situation;

/// All tiles that can be reached from one.
#[derive(Clone)]
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
            .filter(|(cost, tile)| situation.lasts(tile.map_id, *cost))
            .min_by_key(|(cost, tile)| (*cost, tile.map_id))?;
        self.trip(situation, tile)
    }

    /// The way to the nearest bank.
    pub(crate) fn nearest_bank(&self, situation: &Situation<'_>) -> Option<Trip> {
        self.nearest(situation, situation.tiles_with_type(&ContentType::Bank))
    }
}

/// The seconds from a tile to the bank nearest to it. Quicker than a [`Reach`], for it looks no further than that bank.
pub(crate) fn seconds_to_bank(situation: &Situation<'_>, from: MapId) -> Option<u32> {
    let is_bank = |id: &MapId| situation.tile(*id).is_some_and(|tile| situation.is_bank(tile));
    let (way, _) = dijkstra(&from, |id| steps(situation, *id), is_bank)?;
    Some(cooldown::movement(u32::try_from(way.len() - 1).unwrap_or(u32::MAX)))
}

fn is_step(from: Position, to: Position) -> bool {
    from.layer == to.layer && from.x.abs_diff(to.x) + from.y.abs_diff(to.y) == 1
}
