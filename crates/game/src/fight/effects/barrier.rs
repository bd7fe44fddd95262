//! `barrier`: stands before its bearer's hit points until it is used up; new in every fifth own turn (RULES
//! §7, C).

use super::{Bearer, Effect};
use crate::fight::{arena::Arena, attack::Hit};

/// Own turns from one barrier to the next.
const PERIOD: i64 = 5;

/// Holds its value of damage. It remembers what it still holds.
#[derive(Debug)]
pub(super) struct Barrier;

impl Effect for Barrier {
    fn at_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        raise(arena, me);
        true
    }

    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let due = arena.fighter(me.actor).state.turns % PERIOD == 0;
        if due {
            raise(arena, me);
        }
        due
    }

    fn at_hit(&self, arena: &mut Arena<'_>, me: &mut Bearer, hit: &mut Hit) {
        let held = hit.through.min(me.memory.count);
        if held <= 0 {
            return;
        }
        hit.through -= held;
        me.memory.count -= held;
        arena.note(|arena| {
            let (turn, name, left) = (arena.turn(), &arena.fighter(me.actor).name, me.memory.count);
            format!("Turn {turn}: the barrier of {name} holds {held} and has {left} left.")
        });
    }
}

fn raise(arena: &mut Arena<'_>, me: &mut Bearer) {
    me.memory.count = me.value;
    arena.note(|arena| {
        format!("{} stands behind a barrier of {} HP.", arena.fighter(me.actor).name, me.value)
    });
}
