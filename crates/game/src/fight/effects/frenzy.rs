//! `frenzy`: after a critical attack its bearer and its allies deal more damage, until the end of the
//! bearer's next turn.
//!
//! One more critical attack meanwhile makes it last longer, not stronger; it ends when its bearer falls
//! (RULES §7, L; the details G).

use super::{Bearer, Effect};
use crate::fight::{arena::Arena, attack::Strike};

/// Adds its value in percent. It remembers the bearer's own turn at whose end it is over, 0 while there is
/// none.
#[derive(Debug)]
pub(super) struct Frenzy;

impl Effect for Frenzy {
    fn after_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, strike: &Strike) {
        let raging = me.memory.count > 0;
        if strike.critical {
            me.memory.count = arena.fighter(me.actor).state.turns + 1;
            if !raging {
                incite(arena, me, me.value);
                arena.note(|arena| {
                    let name = &arena.fighter(me.actor).name;
                    format!("Turn {}: frenzy of {name}: {} % more damage.", arena.turn(), me.value)
                });
            }
        } else if raging {
            calm(arena, me);
        }
    }

    fn at_loss(&self, arena: &mut Arena<'_>, me: &mut Bearer) {
        if me.memory.count > 0 && !arena.fighter(me.actor).is_alive() {
            calm(arena, me);
        }
    }
}

fn calm(arena: &mut Arena<'_>, me: &mut Bearer) {
    me.memory.count = 0;
    incite(arena, me, -me.value);
}

/// Changes the damage of the bearer's whole side, the fallen among them.
fn incite(arena: &mut Arena<'_>, me: &Bearer, percent: i64) {
    arena.fighter_mut(me.actor).state.damage_bonus += percent;
    for ally in arena.allies(me.actor) {
        arena.fighter_mut(ally).state.damage_bonus += percent;
    }
}
