//! `greed`: the more hit points its bearer has lost, the more damage it deals.
//!
//! Each whole tenth of the greatest hit points that it lacked at once counts, and healing takes nothing back
//! (RULES §7, L).

use super::{Bearer, Effect};
use crate::fight::arena::Arena;

/// Adds its value in percent for each tenth. It remembers the tenths.
#[derive(Debug)]
pub(super) struct Greed;

impl Effect for Greed {
    fn at_loss(&self, arena: &mut Arena<'_>, me: &mut Bearer) {
        let fighter = arena.fighter_mut(me.actor);
        let tenths = 10 * fighter.missing() / fighter.max_hp.max(1);
        if tenths <= me.memory.count || !fighter.is_alive() {
            return;
        }
        fighter.state.damage_bonus += me.value * (tenths - me.memory.count);
        me.memory.count = tenths;
        arena.note(|arena| {
            let (turn, name) = (arena.turn(), &arena.fighter(me.actor).name);
            format!("Turn {turn}: greed of {name}: {} % more damage.", me.value * tenths)
        });
    }
}
