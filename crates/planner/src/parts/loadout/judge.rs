//! What fights against one monster are worth with certain numbers.

use std::{cell::RefCell, collections::BTreeMap};

use game::{
    Character, MonsterCode,
    data::Monster,
    fight::{self, Fighter, MAX_TURNS},
    stats::Element,
};

use super::{dressed, search::Numbers};
use crate::{
    estimate::{
        self, Aim,
        duel::{self, Duel, Lesson},
    },
    situation::Situation,
};

/// Who loses more than this share of its hit points in an average fight loses too many of the others.
const BEATEN: f64 = 0.85;
/// Fights that teach a lesson.
const LESSON_FIGHTS: u32 = 25;
/// Who loses has its hit points so many times, to see how the foe stands a whole fight.
const STURDY: i64 = 10;
/// The same lesson from the same fights.
const SEED: u64 = 0;

/// What has been learned of monsters in this look.
#[derive(Clone, Default)]
pub(crate) struct Lessons(RefCell<BTreeMap<MonsterCode, Lesson>>);

/// Fights of one character against one monster.
pub(super) struct Judge<'a> {
    monster: &'a Monster,
    level: u32,
    hero: Fighter,
    foe: Fighter,
    aim: Aim<'a>,
    lesson: Lesson,
}

impl<'a> Judge<'a> {
    /// A judge who has seen fights in good gear.
    pub(super) fn of(situation: &Situation<'_>, monster: &'a Monster, aim: Aim<'a>) -> Self {
        let lesson = lesson(situation, monster);
        Self { lesson, ..Self::untaught(situation, monster, aim) }
    }

    fn untaught(situation: &Situation<'_>, monster: &'a Monster, aim: Aim<'a>) -> Self {
        let hero = Fighter::character(&situation.character, situation.data);
        let (level, foe) = (situation.character.combat.level, duel::foe(monster));
        Self { monster, level, hero, foe, aim, lesson: Lesson::NONE }
    }

    /// What is aimed at per hour against the monster; below 0, the nearer to 0 the less hopeless. Room and prospecting
    /// break ties. No number that grows makes it less.
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
        let duel = Duel::of(hero, &self.foe, self.lesson);
        let share_lost = duel.hp_lost / hp.max(1) as f64;
        if share_lost > BEATEN || !duel.ends() {
            return -share_lost.max(duel.turns / f64::from(MAX_TURNS));
        }
        let seconds = estimate::fight_seconds(haste, hp, duel.turns, duel.hp_lost);
        let brings = self.aim.of_a_fight(self.monster, self.level, wisdom, prospecting);
        // Where there is nothing to be had, gear still decides how long it takes.
        let brings = if brings > 0.0 { brings } else { 1.0 };
        let comfort = (room + prospecting) as f64;
        3600.0 * brings / seconds * (1.0 + comfort / 10_000.0)
    }
}

/// What fights against a monster in good gear have shown, fought once per look.
pub(crate) fn lesson(situation: &Situation<'_>, monster: &Monster) -> Lesson {
    let known = &situation.lessons().0;
    if let Some(lesson) = known.borrow().get(&monster.code) {
        return *lesson;
    }
    let wardrobe = situation.wardrobe();
    let (chosen, _) = wardrobe.climb(&mut Judge::untaught(situation, monster, Aim::Xp));
    let hero = dressed(situation, &wardrobe.outfit(situation, &chosen));
    let learn = |hero: &Character| {
        let odds = fight::odds(hero, monster, situation.data, LESSON_FIGHTS, SEED);
        Lesson::of(&Fighter::character(hero, situation.data), &duel::foe(monster), &odds)
    };
    let sturdy = || {
        let hp = hero.max_hp * STURDY;
        learn(&Character { hp, max_hp: hp, ..hero.clone() }).map(Lesson::of_endurance)
    };
    let lesson = learn(&hero).or_else(sturdy).unwrap_or(Lesson::NONE);
    known.borrow_mut().insert(monster.code.clone(), lesson);
    lesson
}
