//! `shell`: against bosses, harder to hurt for three turns, once (RULES §7, L).
//!
//! It is looked at when a turn of its bearer begins, and ends when the third one after that begins (L:
//! simulator).

use super::{Bearer, Effect};
use crate::{
    fight::{arena::Arena, state::Bout},
    stats::Element,
};

/// Its bearer must have less than so many percent of its hit points.
const BELOW_PERCENT: i64 = 40;

/// Own turns that it lasts.
const TURNS: i64 = 3;

/// Adds its value to every resistance. It remembers the own turn at whose start it ends, 0 before it was used.
#[derive(Debug)]
pub(super) struct Shell;

impl Effect for Shell {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let against_boss = arena.monster.bout != Bout::Single;
        let fighter = arena.fighter(me.actor);
        let turns = fighter.state.turns;
        if me.memory.count == turns {
            harden(arena, me, -me.value);
            return true;
        }
        let closes = me.memory.count == 0 && against_boss && fighter.is_below(BELOW_PERCENT);
        if closes {
            me.memory.count = turns + TURNS;
            harden(arena, me, me.value);
        }
        closes
    }
}

fn harden(arena: &mut Arena<'_>, me: &Bearer, percent: i64) {
    for element in Element::ALL {
        arena.fighter_mut(me.actor).res[element] += percent;
    }
    arena.note(|arena| {
        let change = if percent > 0 { "closes" } else { "opens" };
        format!("Turn {}: the shell of {} {change}.", arena.turn(), arena.fighter(me.actor).name)
    });
}
