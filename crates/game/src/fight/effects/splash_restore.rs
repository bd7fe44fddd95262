//! `splash_restore`: heals another character at the start of the bearer's turn.
//!
//! Among the living allies below half it is the one that has lost the most hit points, as the effect's own
//! text says (RULES §7, L).

use super::{Bearer, Effect};
use crate::fight::arena::Arena;

/// Heals by its value.
#[derive(Debug)]
pub(super) struct SplashRestore;

impl Effect for SplashRestore {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let weak = arena.allies(me.actor).filter(|ally| {
            let ally = arena.fighter(*ally);
            ally.is_alive() && ally.is_below(50)
        });
        let weakest = weak.min_by_key(|ally| -arena.fighter(*ally).missing());
        weakest.is_some_and(|ally| arena.heal(ally, me.value, "splash_restore"))
    }
}
