//! The others that a mind counts on: it sees how they are when it decides.

use jiff::Timestamp;
use planner::{Decision, Mind, View};

use crate::board::{Board, Comrades};

/// Decides with a look at those that the mind wants to see.
pub(super) fn step(mind: &mut Mind, view: &View<'_>, board: &Board, now: Timestamp) -> (Decision, Comrades) {
    let look = |mind: &mut Mind| {
        let comrades = board.comrades(view.character, mind.comrades(), now);
        (planner::step(mind, &View { comrades: &comrades.seen, ..*view }, now), comrades)
    };
    let wanted = mind.comrades().to_vec();
    let looked = look(mind);
    // A workflow that has gone on to another step wants to see others.
    if mind.comrades() == wanted { looked } else { look(mind) }
}
