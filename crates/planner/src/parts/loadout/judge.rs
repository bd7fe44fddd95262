//! What fights against one monster are worth with certain numbers.

use game::{
    data::Monster,
    fight::{Fighter, MAX_TURNS},
    stats::Element,
    xp,
};

use super::search::Numbers;
use crate::{
    estimate::{self, duel::Duel},
    situation::Situation,
};

/// Who loses more than this share of its hit points in an average fight loses too many of the others.
const BEATEN: f64 = 0.85;

/// Fights of one character against one monster.
pub(super) struct Judge<'a> {
    monster: &'a Monster,
    level: u32,
    hero: Fighter,
    foe: Fighter,
}

impl<'a> Judge<'a> {
    pub(super) fn of(situation: &Situation<'_>, monster: &'a Monster) -> Self {
        let hero = Fighter::character(&situation.character, situation.data);
        Self { monster, level: situation.character.combat.level, hero, foe: Fighter::monster(monster) }
    }

    /// Xp per hour against the monster; below 0, the nearer to 0 the less hopeless. Room and prospecting break ties. No
    /// number that grows makes it less.
    pub(super) fn worth(&mut self, numbers: &Numbers) -> f64 {
        let [hp, room, haste, critical_strike, wisdom, prospecting, initiative, dmg, elements @ ..] =
            *numbers;
        let hero = &mut self.hero;
        (hero.hp, hero.max_hp) = (hp, hp);
        (hero.critical_strike, hero.initiative) = (critical_strike, initiative);
        for (place, element) in Element::ALL.into_iter().enumerate() {
            hero.attack[element] = elements[place];
            hero.dmg[element] = dmg + elements[4 + place];
            hero.res[element] = elements[8 + place];
        }
        let duel = Duel::of(hero, &self.foe);
        let share_lost = duel.hp_lost / hp.max(1) as f64;
        if share_lost > BEATEN || !duel.ends() {
            return -share_lost.max(duel.turns / f64::from(MAX_TURNS));
        }
        let seconds = estimate::fight_seconds(haste, hp, duel.turns, duel.hp_lost);
        // A level far above the monster's pays nothing, and gear still decides how long it takes.
        let xp = xp::fight(self.monster, self.level, wisdom).max(1) as f64;
        let comfort = (room + prospecting) as f64;
        3600.0 * xp / seconds * (1.0 + comfort / 10_000.0)
    }
}
