//! `boost_hp`, `boost_dmg_…` and `boost_res_…`: stronger from the start of the fight to its end (RULES §7,
//! C). A potion of boosts costs one unit a fight, however many boosts it has (L).

use super::{Bearer, Effect};
use crate::{fight::arena::Arena, stats::Element};

/// More hit points, current and greatest.
#[derive(Debug)]
pub(super) struct Hp;

impl Effect for Hp {
    fn at_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        let fighter = arena.fighter_mut(me.actor);
        fighter.hp = (fighter.hp + me.value).max(0);
        fighter.max_hp += me.value;
        arena.note(|arena| {
            let name = &arena.fighter(me.actor).name;
            format!("{name} starts with {} more HP. {}", me.value, arena.health(me.actor))
        });
        true
    }
}

/// More damage of one element, in percent.
#[derive(Debug)]
pub(super) struct Damage(pub(super) Element);

impl Effect for Damage {
    fn at_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        arena.fighter_mut(me.actor).dmg[self.0] += me.value;
        arena.note(|arena| {
            let name = &arena.fighter(me.actor).name;
            format!("{name} deals {} % more {} damage.", me.value, self.0.as_str())
        });
        true
    }
}

/// More resistance to one element, in percent.
#[derive(Debug)]
pub(super) struct Resistance(pub(super) Element);

impl Effect for Resistance {
    fn at_start(&self, arena: &mut Arena<'_>, me: &mut Bearer) -> bool {
        arena.fighter_mut(me.actor).res[self.0] += me.value;
        arena.note(|arena| {
            let name = &arena.fighter(me.actor).name;
            format!("{name} resists {} % more {} damage.", me.value, self.0.as_str())
        });
        true
    }
}
