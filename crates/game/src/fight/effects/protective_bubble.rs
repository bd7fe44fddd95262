//! `protective_bubble`: resists one element more, another one in each of its bearer's own turns (RULES §7, C).

use rand::RngExt;

use super::{Bearer, Effect};
use crate::{fight::arena::Arena, stats::Element};

/// Adds its value to one resistance. It remembers which.
#[derive(Debug)]
pub(super) struct ProtectiveBubble;

impl Effect for ProtectiveBubble {
    fn at_turn_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let last = me.memory.element;
        let choices = if last.is_some() { 3 } else { 4 };
        let choice = arena.rng.random_range(0..choices);
        let next = Element::ALL.into_iter().filter(|element| Some(*element) != last).nth(choice);
        let fighter = arena.fighter_mut(me.actor);
        if let Some(last) = last {
            fighter.res[last] -= me.value;
        }
        if let Some(next) = next {
            fighter.res[next] += me.value;
            arena.note(|arena| {
                let (turn, name) = (arena.turn(), &arena.fighter(me.actor).name);
                format!("Turn {turn}: the bubble of {name} resists {} % more {}.", me.value, next.as_str())
            });
        }
        me.memory.element = next;
        true
    }
}
