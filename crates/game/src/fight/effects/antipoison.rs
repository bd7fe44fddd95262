//! `antipoison`: takes poison away at the start of a turn, before it acts (RULES §7, L).

use super::{Bearer, Effect};
use crate::fight::arena::Arena;

/// Takes away as much as its value.
#[derive(Debug)]
pub(super) struct Antipoison;

impl Effect for Antipoison {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let poison = &mut arena.fighter_mut(me.actor).state.poison;
        if *poison == 0 {
            return false;
        }
        *poison = (*poison - me.value).max(0);
        arena.note(|arena| {
            let fighter = arena.fighter(me.actor);
            let (turn, name, left) = (arena.turn(), &fighter.name, fighter.state.poison);
            format!("Turn {turn}: {name} takes an antidote; {left} HP of poison are left.")
        });
        true
    }
}
