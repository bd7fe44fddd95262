//! Going somewhere: the way to a kind of content, and what to send first (RULES §5).
//!
//! The game finds the walk of a single move itself; only the sequence of moves and transitions is decided here, on the
//! distances of [`Reach`].

mod reach;
mod steps;

use game::{
    Action, MapId,
    data::{ContentType, Position},
};

use crate::{
    decision::{Decision, Why},
    parts::{events, ranking::Obstacle},
    setbacks::Subject,
    situation::Situation,
};
pub(crate) use reach::{Reach, seconds_to_bank};

/// The way to one tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trip {
    pub(crate) to: MapId,
    pub(crate) at: Position,
    /// Cooldowns of the whole way.
    pub(crate) seconds: u32,
    /// What to send first; nothing when the character is there.
    pub(crate) next: Option<Action>,
}

impl Trip {
    /// The decision to take the first step, for a purpose such as "to fight chicken".
    pub(crate) fn go(&self, purpose: &str) -> Option<Decision> {
        let action = self.next.clone()?;
        let how = if action == Action::Transition { "Taking the transition: it is" } else { "Walking" };
        let text = format!("{how} {} s to {} {purpose}", self.seconds, self.at);
        Some(Decision::act(action, Why::new(text).fact("way", format!("{} s", self.seconds))))
    }
}

/// The way to the nearest tile with this content, or what stands in the way.
pub(crate) fn to_content(
    situation: &Situation<'_>,
    kind: &ContentType,
    code: &str,
) -> Result<Trip, Obstacle> {
    let tiles = || situation.tiles_with(kind, code);
    if let Some(trip) = situation.reach().nearest(situation, tiles()) {
        return Ok(trip);
    }
    let setback = tiles().find_map(|tile| situation.setbacks.about(&Subject::Tile(tile.map_id)));
    Err(match setback {
        Some(setback) => Obstacle::new(
            format!("the game refused every tile of it within reach, at last: {}", setback.words),
            "Wait until it is there again: the next try is a few minutes later",
        ),
        None if let Some(absence) = events::absence(situation, kind, code) => absence.obstacle(code),
        None if tiles().next().is_none() => {
            Obstacle::new("it is nowhere on the map", "Choose something that the season has on its map")
        }
        None => Obstacle::new(
            format!("no way leads there from {}", situation.character.position),
            "Meet the conditions of the tiles and transitions on the way, or bring the gold they cost",
        ),
    })
}

/// Whether the character stands at this content or can get there.
pub(crate) fn can_reach(situation: &Situation<'_>, kind: &ContentType, code: &str) -> bool {
    situation.stands_on(kind, code) || to_content(situation, kind, code).is_ok()
}

/// The first step to the nearest tile with this content, for a purpose such as "to fight"; `None` on such a tile.
pub(crate) fn go_to(
    situation: &Situation<'_>,
    kind: &ContentType,
    code: &str,
    purpose: &str,
) -> Option<Decision> {
    if situation.stands_on(kind, code) {
        return None;
    }
    match to_content(situation, kind, code) {
        Ok(trip) => trip.go(&format!("{purpose} {code}")),
        Err(obstacle) => Some(obstacle.blocks(&format!("get {purpose} {code}"))),
    }
}

#[cfg(test)]
mod tests;
