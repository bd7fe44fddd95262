//! `enchanted_mirror`: gives a share of the damage back, and rests for three turns.
//!
//! It counts all hits of one turn together, as the simulator that was tuned to the game's logs does, and
//! rests for three own turns of its bearer (RULES §7, L). What killed its bearer, it does not give back (G).

use super::{Bearer, Effect};
use crate::{
    fight::{arena::Arena, attack::Strike},
    round::nearest,
};

/// Own turns from one reflection to the next, at least.
const PAUSE: i64 = 3;

/// Gives back its value in percent. It remembers how many own turns must have begun before it may act again.
#[derive(Debug)]
pub(super) struct EnchantedMirror;

impl Effect for EnchantedMirror {
    fn after_struck(&self, arena: &mut Arena<'_>, me: &mut Bearer, strike: &Strike) {
        let turns = arena.fighter(me.actor).state.turns;
        let reflected = nearest(strike.taken * me.value, 100);
        if reflected <= 0 || turns < me.memory.count {
            return;
        }
        me.memory.count = turns + PAUSE;
        arena.lose(strike.attacker, reflected, |arena| {
            let (name, victim) = (&arena.fighter(me.actor).name, &arena.fighter(strike.attacker).name);
            let (turn, health) = (arena.turn(), arena.health(strike.attacker));
            format!("Turn {turn}: the mirror of {name} gives {victim} {reflected} back. {health}")
        });
    }
}
