//! `vampiric_strike`: a critical attack of its bearer heals the weakest other on its side (RULES §7, L).
//!
//! The weakest is who has the fewest hit points among the living who lack any (G); with nobody to heal, it
//! waits.

use super::{Bearer, Effect};
use crate::{
    fight::{arena::Arena, attack::Strike},
    round::nearest,
};

/// Own turns from one healing to the next, at least.
const PAUSE: i64 = 3;

/// Heals its value in percent of the damage dealt. It remembers the first own turn in which it may act again.
#[derive(Debug)]
pub(super) struct VampiricStrike;

impl Effect for VampiricStrike {
    fn after_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, strike: &Strike) {
        let turns = arena.fighter(me.actor).state.turns;
        if !strike.critical || turns < me.memory.count {
            return;
        }
        let hurt = arena.allies(me.actor).filter(|ally| {
            let ally = arena.fighter(*ally);
            ally.is_alive() && ally.missing() > 0
        });
        let Some(weakest) = hurt.min_by_key(|ally| arena.fighter(*ally).hp) else { return };
        if arena.heal(weakest, nearest(strike.damage() * me.value, 100), "vampiric_strike") {
            me.memory.count = turns + PAUSE;
        }
    }
}
