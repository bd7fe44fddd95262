//! `poison`: poisons whom the bearer attacks in its own first turn, for the rest of the fight.
//!
//! In a group the others stay clean, and a second poison counts only if it is stronger (RULES §7, G: one
//! monster's poison was never seen to add up).

use super::{Bearer, Effect};
use crate::fight::arena::{Actor, Arena};

/// Takes its value of hit points at the start of each turn of the poisoned.
#[derive(Debug)]
pub(super) struct Poison;

impl Effect for Poison {
    fn before_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, target: Actor) {
        if arena.fighter(me.actor).state.turns != 1 {
            return;
        }
        let poison = &mut arena.fighter_mut(target).state.poison;
        *poison = (*poison).max(me.value);
        arena.note(|arena| {
            let (name, target) = (&arena.fighter(me.actor).name, &arena.fighter(target).name);
            format!("Turn {}: {name} poisons {target} with {} HP per turn.", arena.turn(), me.value)
        });
    }
}
