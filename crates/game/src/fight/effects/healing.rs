//! `healing`: heals its bearer in every third of its own turns (RULES §7, C).

use super::{Bearer, Effect};
use crate::{fight::arena::Arena, round::nearest};

/// Own turns from one healing to the next.
const PERIOD: i64 = 3;

/// Heals its value in percent of the greatest hit points.
#[derive(Debug)]
pub(super) struct Healing;

impl Effect for Healing {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let fighter = arena.fighter(me.actor);
        let amount = nearest(fighter.max_hp * me.value, 100);
        fighter.state.turns % PERIOD == 0 && arena.heal(me.actor, amount, "healing")
    }
}
