//! `void_drain`: takes hit points from every enemy in every fourth own turn, and heals its bearer by the sum
//! (RULES §7, L).

use super::{Bearer, Effect};
use crate::{fight::arena::Arena, round::nearest};

/// Own turns from one drain to the next.
const PERIOD: i64 = 4;

/// Takes its value in percent of each one's greatest hit points, at most what is left.
#[derive(Debug)]
pub(super) struct VoidDrain;

impl Effect for VoidDrain {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        if arena.fighter(me.actor).state.turns % PERIOD != 0 {
            return false;
        }
        let mut drained = 0;
        for enemy in arena.enemies(me.actor) {
            let fighter = arena.fighter(enemy);
            let amount = nearest(fighter.max_hp * me.value, 100).min(fighter.hp);
            if amount <= 0 {
                continue;
            }
            drained += amount;
            arena.lose(enemy, amount, |arena| {
                let (name, enemy_name) = (&arena.fighter(me.actor).name, &arena.fighter(enemy).name);
                let (turn, health) = (arena.turn(), arena.health(enemy));
                format!("Turn {turn}: {name} drains {amount} HP from {enemy_name}. {health}")
            });
        }
        arena.heal(me.actor, drained, "void_drain");
        drained > 0
    }
}
