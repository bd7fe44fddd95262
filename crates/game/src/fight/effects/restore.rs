//! `restore`: heals its bearer at the start of a turn that finds it below half of its hit points.

use super::Effect;
use crate::fight::arena::{Actor, Arena};

/// Heals by its value.
#[derive(Debug)]
pub(super) struct Restore;

impl Effect for Restore {
    fn at_turn_start(&self, arena: &mut Arena<'_>, bearer: Actor, value: i64) -> bool {
        let fighter = arena.fighter_mut(bearer);
        if 2 * fighter.hp >= fighter.max_hp {
            return false;
        }
        let healed = value.min(fighter.max_hp - fighter.hp);
        fighter.hp += healed;
        arena.note(|arena| {
            let name = &arena.fighter(bearer).name;
            format!("Turn {}: {name} restores {healed} HP: {}.", arena.turn(), arena.health(bearer))
        });
        true
    }
}
