//! `reconstitution`: gives its bearer all of its hit points back, every so many own turns.
//!
//! The effect's text says "every", so it comes again and again (RULES §7, C for the first time, L for the
//! next).

use super::{Bearer, Effect};
use crate::fight::arena::Arena;

/// Its value is the number of own turns.
#[derive(Debug)]
pub(super) struct Reconstitution;

impl Effect for Reconstitution {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let fighter = arena.fighter(me.actor);
        let (turns, missing) = (fighter.state.turns, fighter.missing());
        me.value > 0 && turns % me.value == 0 && arena.heal(me.actor, missing, "reconstitution")
    }
}
