//! `healing_aura`: heals all others of its bearer's side at the end of every second of its own turns (RULES
//! §7, L).

use super::{Bearer, Effect};
use crate::{
    fight::{arena::Arena, attack::Strike},
    round::nearest,
};

/// Own turns from one healing to the next.
const PERIOD: i64 = 2;

/// Heals its value in percent of each one's greatest hit points; never the bearer.
#[derive(Debug)]
pub(super) struct HealingAura;

impl Effect for HealingAura {
    fn after_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, _strike: &Strike) {
        if arena.fighter(me.actor).state.turns % PERIOD != 0 {
            return;
        }
        for ally in arena.allies(me.actor) {
            let amount = nearest(arena.fighter(ally).max_hp * me.value, 100);
            arena.heal(ally, amount, "healing_aura");
        }
    }
}
