//! Where one step leads: the next tile of a walk, or the other end of a transition whose conditions hold and whose price
//! can be paid (RULES §5).

use game::{
    MapId, conditions, cooldown,
    data::{Condition, Operator},
    route,
};

use crate::situation::Situation;

/// A piece of gold paid on the way counts as so many seconds: about what it takes to earn one at low levels, where it
/// matters. It keeps a character from living on a ferry.
const SECONDS_PER_GOLD: u64 = 1;
/// An item paid on the way (a key) counts as an hour: it is lost for good.
const SECONDS_PER_ITEM: u64 = 3600;

/// The tiles one step or one transition from a tile, with their cost in seconds.
pub(super) fn steps(situation: &Situation<'_>, from: MapId) -> Vec<(MapId, u64)> {
    let Some(tile) = situation.tile(from) else { return Vec::new() };
    let holds = |conditions: &[Condition]| conditions::hold(conditions, &situation.character);
    let walks = route::steps(&situation.data.maps, tile, |next| holds(&next.access.conditions));
    let mut steps: Vec<_> = walks.map(|next| (next.map_id, u64::from(cooldown::movement(1)))).collect();
    if let Some(transition) = &tile.interactions.transition
        && holds(&transition.conditions)
        && !situation.avoids(tile)
    {
        steps.push((transition.map_id, u64::from(cooldown::TRANSITION) + toll(&transition.conditions)));
    }
    steps
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
