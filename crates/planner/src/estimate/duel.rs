//! A fight in one line of arithmetic, by expected damage: to rank gear and to leave out hopeless monsters.
//!
//! Thousands of these cost less than one real simulation. They know no effects and no luck, so nothing is fought on their word.

use game::{
    fight::{Fighter, MAX_TURNS, damage},
    stats::Element,
};

/// How a fight would go on average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Duel {
    /// Turns of both sides until the foe falls.
    pub(crate) turns: f64,
    /// Hit points it costs the hero, however many that are.
    pub(crate) hp_lost: f64,
}

impl Duel {
    /// Hero against foe, both as they are.
    pub(crate) fn of(hero: &Fighter, foe: &Fighter) -> Self {
        let hero_turns = (foe.hp as f64 / damage_per_turn(hero, foe).max(f64::MIN_POSITIVE)).ceil();
        let hero_first = (hero.initiative, hero.hp) >= (foe.initiative, foe.hp);
        let foe_turns = if hero_first { hero_turns - 1.0 } else { hero_turns };
        Self { turns: hero_turns + foe_turns, hp_lost: foe_turns * damage_per_turn(foe, hero) }
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
