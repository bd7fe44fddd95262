//! `berserker_rage`: more damage for good once its bearer attacks with less than a quarter of its hit points
//! (RULES §7, C).

use super::{Bearer, Effect};
use crate::fight::arena::{Actor, Arena};

/// Its bearer must have less than so many percent of its hit points.
const BELOW_PERCENT: i64 = 25;

/// Adds its value in percent. It remembers 1 once it raged.
#[derive(Debug)]
pub(super) struct BerserkerRage;

impl Effect for BerserkerRage {
    fn before_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, _target: Actor) {
        let fighter = arena.fighter_mut(me.actor);
        if me.memory.count > 0 || !fighter.is_below(BELOW_PERCENT) {
            return;
        }
        me.memory.count = 1;
        fighter.state.damage_bonus += me.value;
        arena.note(|arena| {
            let name = &arena.fighter(me.actor).name;
            format!("Turn {}: {name} rages: {} % more damage.", arena.turn(), me.value)
        });
    }
}
