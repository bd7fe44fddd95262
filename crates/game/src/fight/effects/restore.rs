//! `restore`: heals its bearer at the start of a turn that finds it below half of its hit points.
//!
//! Exactly half is not below (RULES §7, L: two bots that play the live game say so, the simulator heals there
//! too). Both utility slots may act in one turn, the second only if the first left it below half.

use super::{Bearer, Effect};
use crate::fight::arena::Arena;

/// Heals by its value.
#[derive(Debug)]
pub(super) struct Restore;

impl Effect for Restore {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        arena.fighter(me.actor).is_below(50) && arena.heal(me.actor, me.value, "restore")
    }
}
