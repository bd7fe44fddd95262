//! The attack of a turn: a hit per element, and what effects on both sides make of it.

use rand::RngExt;

use super::{
    arena::{Actor, Arena},
    damage,
};
use crate::{round::nearest, stats::Element};

/// One hit on its way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// Its element.
    pub(super) element: Element,
    /// What it deals, to hit points or to whatever stands before them.
    pub(super) damage: i64,
    /// What of it will reach the target's hit points.
    pub(super) through: i64,
    /// Whether it is the first of its turn.
    pub(super) first: bool,
}

impl Hit {
    /// Makes it weaker, before anything has been taken from it.
    pub(super) fn weaken(&mut self, percent: i64) {
        self.damage = damage::resisted(self.damage, percent);
        self.through = self.damage;
    }
}

/// All hits of one turn together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strike {
    /// Who struck.
    pub(super) attacker: Actor,
    /// Whether it was a critical turn.
    pub(super) critical: bool,
    /// What each hit dealt, in hit order; 0 where there was none.
    pub(super) hits: [i64; 4],
    /// What of them reached the target's hit points.
    pub(super) taken: i64,
}

impl Strike {
    /// What all hits dealt.
    pub(super) fn damage(&self) -> i64 {
        self.hits.iter().sum()
    }
}

impl Arena<'_> {
    /// One hit per element with an attack, until the target falls; one roll decides for all whether they are
    /// critical.
    pub(super) fn attack(&mut self, attacker: Actor, target: Actor) {
        let critical = i64::from(self.rng.random_range(0..100_u32)) < self.fighter(attacker).critical_strike;
        let mut strike = Strike { attacker, critical, hits: [0; 4], taken: 0 };
        let mut first = true;
        for (element, dealt) in Element::ALL.into_iter().zip(&mut strike.hits) {
            if self.fighter(attacker).attack[element] <= 0 || !self.fighter(target).is_alive() {
                continue;
            }
            let damage = self.damage(attacker, target, element, critical);
            let hit = self.land(attacker, target, Hit { element, damage, through: damage, first }, critical);
            *dealt = hit.damage;
            strike.taken += hit.through;
            first = false;
        }
        if self.fighter(target).is_alive() {
            self.react(target, |effect, arena, me| effect.after_struck(arena, me, &strike));
        }
        if self.fighter(attacker).is_alive() {
            self.react(attacker, |effect, arena, me| effect.after_attack(arena, me, &strike));
        }
    }

    /// What a hit deals before the target's effects see it. The bonus of `frenzy` and the like counts last
    /// and on the finished hit, which the simulator that was tuned to the game's own logs does (RULES §7, L).
    fn damage(&self, attacker: Actor, target: Actor, element: Element, critical: bool) -> i64 {
        let attacker = self.fighter(attacker);
        let attack = damage::attack(attacker.attack[element], attacker.dmg[element]);
        let hit = damage::resisted(attack, self.fighter(target).res[element]);
        let hit = if critical { damage::critical(hit) } else { hit };
        nearest(hit * (100 + attacker.state.damage_bonus), 100).max(0)
    }

    /// Lets effects of the target and of its allies take their part of a hit, and the target the rest.
    fn land(&mut self, attacker: Actor, target: Actor, mut hit: Hit, critical: bool) -> Hit {
        self.react(target, |effect, arena, me| effect.at_hit(arena, me, &mut hit));
        for ally in self.allies(target) {
            if self.fighter(ally).is_alive() {
                self.react(ally, |effect, arena, me| effect.at_ally_hit(arena, me, target, &mut hit));
            }
        }
        self.lose(target, hit.through, |arena| arena.describe(attacker, target, hit, critical));
        if self.fighter(target).is_alive() {
            self.react(target, |effect, arena, me| effect.after_hit(arena, me, &hit));
        }
        hit
    }

    /// Most lines of a fight are of this kind, so it is put together in one piece: with `format!`, telling
    /// a fight costs more than fighting it.
    fn describe(&self, attacker: Actor, target: Actor, hit: Hit, critical: bool) -> String {
        let (attacker, victim) = (self.fighter(attacker), self.fighter(target));
        let [mut turn, mut damage, mut hp, mut max_hp] = [itoa::Buffer::new(); 4];
        [
            "Turn ",
            turn.format(self.turn()),
            ": ",
            &*attacker.name,
            " hits ",
            &*victim.name,
            " with ",
            hit.element.as_str(),
            " for ",
            damage.format(hit.damage),
            if critical { " (critical). " } else { ". " },
            &*victim.name,
            ": ",
            hp.format(victim.hp),
            "/",
            max_hp.format(victim.max_hp),
            " HP.",
        ]
        .concat()
    }
}
