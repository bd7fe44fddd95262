//! `burn`: sets fire to whom the bearer attacks in its own first turn.
//!
//! It begins with a share of the bearer's attacks of all elements, without their extra damage (RULES §7, L);
//! in a group only the one attacked burns, and the fires of several bearers burn side by side (G). How it
//! burns down is told in [`crate::fight::ailments`].

use super::{Bearer, Effect};
use crate::{
    fight::arena::{Actor, Arena},
    round::nearest,
    stats::Element,
};

/// Burns with its value in percent of the bearer's attack.
#[derive(Debug)]
pub(super) struct Burn;

impl Effect for Burn {
    fn before_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, target: Actor) {
        let fighter = arena.fighter(me.actor);
        if fighter.state.turns != 1 {
            return;
        }
        let attack: i64 = Element::ALL.map(|element| fighter.attack[element]).iter().sum();
        let burn = nearest(attack * me.value, 100);
        arena.fighter_mut(target).state.burns.push(burn);
        arena.note(|arena| {
            let (name, target) = (&arena.fighter(me.actor).name, &arena.fighter(target).name);
            format!("Turn {}: {name} sets {target} on fire with {burn} HP.", arena.turn())
        });
    }
}
