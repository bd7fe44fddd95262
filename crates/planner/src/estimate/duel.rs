//! A fight in one line of arithmetic, by expected damage: to rank gear and to leave out hopeless monsters.
//!
//! Thousands of these cost less than one real simulation. They know no luck, and of effects only what a [`Lesson`] of the
//! simulator tells, so nothing is fought on their word.

use game::{
    data::Monster,
    fight::{Fighter, MAX_TURNS, Odds, damage},
    stats::Element,
};

/// Who wins fewer of its fights than this learns nothing of them: they end before all has been seen.
const LEAST_WON: f64 = 0.5;

/// What even bare hands are taken to do in a turn, so that no duel is endless and all can be compared.
const LEAST_DAMAGE: f64 = 0.01;
/// Hits of one element until the middle of a long fight.
const CORRUPTING_HITS: i64 = 15;

/// How a fight would go on average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Duel {
    /// Turns of both sides until the foe falls.
    pub(crate) turns: f64,
    /// Hit points it costs the hero, however many that are.
    pub(crate) hp_lost: f64,
}

/// What simulated fights against a foe have shown beyond the arithmetic: effects of both sides, and luck.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Lesson {
    /// The foe stands so many times what its hit points say: it heals, or shields itself.
    endurance: f64,
    /// Hit points that each of the foe's turns costs beside its hits: poison and fire, less what the hero heals.
    toll: f64,
}

impl Lesson {
    /// Nothing but the arithmetic.
    pub(crate) const NONE: Self = Self { endurance: 1.0, toll: 0.0 };

    /// What makes the plain duel of the same fighters go as the simulated fights did, if they were won.
    pub(crate) fn of(hero: &Fighter, foe: &Fighter, odds: &Odds) -> Option<Self> {
        let plain = Duel::of(hero, foe, Self::NONE);
        if odds.win_rate < LEAST_WON {
            return None;
        }
        let longer = Self { endurance: odds.mean_turns / plain.turns.max(1.0), toll: 0.0 };
        let untold = odds.mean_hp_lost - Duel::of(hero, foe, longer).hp_lost;
        Some(Self { toll: 2.0 * untold / odds.mean_turns.max(1.0), ..longer })
    }

    /// The same without what each turn costs: what is learned from somebody with more hit points than there are.
    pub(crate) fn of_endurance(self) -> Self {
        Self { toll: 0.0, ..self }
    }
}

/// A monster as a duel sees it. One that hits corrupt has lost as much resistance as in the middle of a long fight: it is
/// the only effect of monsters that helps whoever fights them (RULES §7).
pub(crate) fn foe(monster: &Monster) -> Fighter {
    let mut foe = Fighter::monster(monster);
    let corrupted = monster.effects.iter().filter(|effect| effect.code.as_str() == "corrupted");
    let lost: i64 = corrupted.map(|effect| effect.value * CORRUPTING_HITS).sum();
    for element in Element::ALL {
        foe.res[element] -= lost;
    }
    foe
}

impl Duel {
    /// Hero against foe, both as they are.
    pub(crate) fn of(hero: &Fighter, foe: &Fighter, lesson: Lesson) -> Self {
        let foe_hp = foe.hp as f64 * lesson.endurance;
        // Not rounded up: luck spreads the last hit over several turns, and a better weapon always counts.
        let hero_turns = (foe_hp / damage_per_turn(hero, foe).max(LEAST_DAMAGE)).max(1.0);
        let hero_first = (hero.initiative, hero.hp) >= (foe.initiative, foe.hp);
        let foe_turns = if hero_first { hero_turns - 1.0 } else { hero_turns };
        let per_turn = damage_per_turn(foe, hero) + lesson.toll;
        Self { turns: hero_turns + foe_turns, hp_lost: foe_turns * per_turn }
    }

    /// Whether it ends in time.
    pub(crate) fn ends(&self) -> bool {
        self.turns <= f64::from(MAX_TURNS)
    }
}

/// The most that one turn of `attacker` can do to `victim`: a critical one (RULES §7).
pub(crate) fn hardest_turn(attacker: &Fighter, victim: &Fighter) -> i64 {
    hits(attacker, victim).map(damage::critical).sum()
}

fn damage_per_turn(attacker: &Fighter, victim: &Fighter) -> f64 {
    let critical = attacker.critical_strike.clamp(0, 100) as f64 / 100.0;
    hits(attacker, victim)
        .map(|hit| hit as f64 * (1.0 - critical) + damage::critical(hit) as f64 * critical)
        .sum()
}

fn hits(attacker: &Fighter, victim: &Fighter) -> impl Iterator<Item = i64> {
    Element::ALL.into_iter().map(|element| {
        let attack = damage::attack(attacker.attack[element], attacker.dmg[element]);
        damage::resisted(attack, victim.res[element])
    })
}
