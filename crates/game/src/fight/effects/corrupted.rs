//! `corrupted`: each hit makes its bearer weaker against the hit's element (RULES §7, C).

use super::{Bearer, Effect};
use crate::fight::{arena::Arena, attack::Hit};

/// Takes its value from the resistance, below 0 as well.
#[derive(Debug)]
pub(super) struct Corrupted;

impl Effect for Corrupted {
    fn after_hit(&self, arena: &mut Arena<'_>, me: &mut Bearer, hit: &Hit) {
        arena.fighter_mut(me.actor).res[hit.element] -= me.value;
        arena.note(|arena| {
            let fighter = arena.fighter(me.actor);
            let (element, res) = (hit.element.as_str(), fighter.res[hit.element]);
            format!("Turn {}: {} resists only {res} % {element} now.", arena.turn(), fighter.name)
        });
    }
}
