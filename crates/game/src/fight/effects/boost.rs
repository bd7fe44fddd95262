//! `boost_hp`, `boost_dmg_…` and `boost_res_…`: stronger from the start of the fight to its end.

use super::Effect;
use crate::{
    fight::arena::{Actor, Arena},
    stats::Element,
};

/// More hit points, current and greatest.
#[derive(Debug)]
pub(super) struct Hp;

impl Effect for Hp {
    fn at_start(&self, arena: &mut Arena<'_>, bearer: Actor, value: i64) -> bool {
        let fighter = arena.fighter_mut(bearer);
        fighter.hp += value;
        fighter.max_hp += value;
        arena.note(|arena| {
            let fighter = arena.fighter(bearer);
            format!("{} starts with {value} more HP: {}.", fighter.name, arena.health(bearer))
        });
        true
    }
}

/// More damage of one element, in percent.
#[derive(Debug)]
pub(super) struct Damage(pub(super) Element);

impl Effect for Damage {
    fn at_start(&self, arena: &mut Arena<'_>, bearer: Actor, value: i64) -> bool {
        arena.fighter_mut(bearer).dmg[self.0] += value;
        arena.note(|arena| {
            format!("{} deals {value} % more {} damage.", arena.fighter(bearer).name, self.0.as_str())
        });
        true
    }
}

/// More resistance to one element, in percent.
#[derive(Debug)]
pub(super) struct Resistance(pub(super) Element);

impl Effect for Resistance {
    fn at_start(&self, arena: &mut Arena<'_>, bearer: Actor, value: i64) -> bool {
        arena.fighter_mut(bearer).res[self.0] += value;
        arena.note(|arena| {
            format!("{} resists {value} % more {} damage.", arena.fighter(bearer).name, self.0.as_str())
        });
        true
    }
}
