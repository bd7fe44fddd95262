//! `guard`: takes a share of the damage that its bearer's weakest ally would take.
//!
//! At the end of its turn the bearer looks for the ally with the least share of its hit points, below half,
//! and guards it until its own next turn begins; three times in a fight (RULES §7, L). What it takes goes to
//! its hit points as it is, without its own resistance (G).

use super::{Bearer, Effect};
use crate::{
    fight::{
        arena::{Actor, Arena},
        attack::{Hit, Strike},
    },
    round::nearest,
};

/// How often it may guard somebody in a fight.
const TIMES: i64 = 3;

/// Takes its value in percent. It remembers how often it guarded, and whom it guards now.
#[derive(Debug)]
pub(super) struct Guard;

impl Effect for Guard {
    fn at_turn_start(&self, _arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        me.memory.whom = None;
        false
    }

    fn after_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, _strike: &Strike) {
        if me.memory.count == TIMES {
            return;
        }
        let weak = arena.allies(me.actor).filter(|ally| {
            let ally = arena.fighter(*ally);
            ally.is_alive() && ally.is_below(50)
        });
        me.memory.whom = weak.min_by_key(|ally| {
            let ally = arena.fighter(*ally);
            10_000 * ally.hp / ally.max_hp
        });
        if let Some(ally) = me.memory.whom {
            me.memory.count += 1;
            arena.note(|arena| {
                let (name, ally) = (&arena.fighter(me.actor).name, &arena.fighter(ally).name);
                format!("Turn {}: {name} guards {ally}.", arena.turn())
            });
        }
    }

    fn at_ally_hit(&self, arena: &mut Arena<'_>, me: &mut Bearer, ally: Actor, hit: &mut Hit) {
        if me.memory.whom != Some(ally) {
            return;
        }
        let taken = nearest(hit.through * me.value, 100).clamp(0, hit.through);
        hit.through -= taken;
        arena.lose(me.actor, taken, |arena| {
            let (turn, name, health) = (arena.turn(), &arena.fighter(me.actor).name, arena.health(me.actor));
            format!("Turn {turn}: {name} takes {taken} for {}. {health}", arena.fighter(ally).name)
        });
    }
}
