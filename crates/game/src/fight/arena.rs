//! A fight in progress: who is whose turn, who hits whom, when it is over.

use std::cmp::Reverse;

use rand::{Rng, RngExt};

use super::{Ending, Fighter, MAX_TURNS, damage, effects::Effect};
use crate::stats::Element;

/// Of a hundred hits of a monster, those that go to the highest threat; the others go to the fewest hit points.
const THREAT_PERCENT: u32 = 90;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Actor {
    /// The character with this index.
    Hero(usize),
    /// The monster.
    Monster,
}

/// What an effect is called for.
type Moment = fn(&dyn Effect, &mut Arena<'_>, Actor, i64) -> bool;

/// Everything a fight needs, and all that an effect may touch.
pub(super) struct Arena<'a> {
    heroes: &'a mut [Fighter],
    monster: &'a mut Fighter,
    rng: &'a mut dyn Rng,
    log: Option<&'a mut Vec<String>>,
    turn: u32,
}

impl<'a> Arena<'a> {
    pub(super) fn new(
        heroes: &'a mut [Fighter],
        monster: &'a mut Fighter,
        rng: &'a mut dyn Rng,
        log: Option<&'a mut Vec<String>>,
    ) -> Self {
        Self { heroes, monster, rng, log, turn: 0 }
    }

    pub(super) fn run(mut self) -> Ending {
        let order = self.order();
        self.note(|arena| format!("The fight begins: {}.", arena.summary()));
        for &actor in &order {
            self.moment(actor, |effect, arena, bearer, value| effect.at_start(arena, bearer, value));
        }
        let win = self.rounds(&order);
        self.heroes.iter_mut().for_each(Fighter::end_fight);
        self.monster.end_fight();
        self.note(|arena| format!("The fight is {}: {}.", if win { "won" } else { "lost" }, arena.summary()));
        Ending { win, turns: self.turn }
    }

    /// Everybody in order, again and again; says whether the monster fell.
    fn rounds(&mut self, order: &[Actor]) -> bool {
        loop {
            for &actor in order {
                if !self.monster.is_alive() {
                    return true;
                }
                if self.turn == MAX_TURNS || !self.heroes.iter().any(Fighter::is_alive) {
                    return false;
                }
                if self.fighter(actor).is_alive() {
                    self.turn += 1;
                    self.act(actor);
                }
            }
        }
    }

    /// Initiative first, then hit points, then chance; decided once.
    fn order(&mut self) -> Vec<Actor> {
        let heroes = (0..self.heroes.len()).map(Actor::Hero);
        let mut order: Vec<_> = heroes
            .chain([Actor::Monster])
            .map(|actor| {
                let chance = self.rng.next_u32();
                let fighter = self.fighter(actor);
                (Reverse((fighter.initiative, fighter.hp, chance)), actor)
            })
            .collect();
        order.sort_unstable_by_key(|(rank, _)| *rank);
        order.into_iter().map(|(_, actor)| actor).collect()
    }

    fn act(&mut self, actor: Actor) {
        self.moment(actor, |effect, arena, bearer, value| effect.at_turn_start(arena, bearer, value));
        let target = match actor {
            Actor::Hero(_) => Actor::Monster,
            Actor::Monster => match self.choose_hero() {
                Some(index) => Actor::Hero(index),
                None => return,
            },
        };
        self.attack(actor, target);
    }

    /// One hit per element; one roll decides for all of them whether they are critical.
    fn attack(&mut self, actor: Actor, target: Actor) {
        let critical = i64::from(self.rng.random_range(0..100_u32)) < self.fighter(actor).critical_strike;
        for element in Element::ALL {
            let attacker = self.fighter(actor);
            if attacker.attack[element] <= 0 {
                continue;
            }
            let attack = damage::attack(attacker.attack[element], attacker.dmg[element]);
            let mut hit = damage::resisted(attack, self.fighter(target).res[element]);
            if critical {
                hit = damage::critical(hit);
            }
            let victim = self.fighter_mut(target);
            victim.hp = (victim.hp - hit).max(0);
            self.note(|arena| arena.describe(actor, target, element, hit, critical));
            if !self.fighter(target).is_alive() {
                self.note(|arena| format!("Turn {}: {} falls.", arena.turn, arena.fighter(target).name));
                return;
            }
        }
    }

    /// Whom the monster hits: `None` when nobody is left.
    fn choose_hero(&mut self) -> Option<usize> {
        if let [hero] = &*self.heroes {
            return hero.is_alive().then_some(0);
        }
        if self.rng.random_range(0..100_u32) < THREAT_PERCENT {
            self.least_hero(|hero| (Reverse(hero.threat), hero.hp))
        } else {
            self.least_hero(|hero| hero.hp)
        }
    }

    /// The living hero with the least rank; chance decides between equals.
    fn least_hero<K: Ord>(&mut self, rank: impl Fn(&Fighter) -> K) -> Option<usize> {
        let mut best: Option<(usize, K)> = None;
        let mut equals = 1_u32;
        for (index, hero) in self.heroes.iter().enumerate().filter(|(_, hero)| hero.is_alive()) {
            let rank = rank(hero);
            let order = best.as_ref().map_or(std::cmp::Ordering::Less, |(_, least)| rank.cmp(least));
            equals = match order {
                std::cmp::Ordering::Less => 1,
                std::cmp::Ordering::Equal => equals + 1,
                std::cmp::Ordering::Greater => continue,
            };
            if equals == 1 || self.rng.random_range(0..equals) == 0 {
                best = Some((index, rank));
            }
        }
        best.map(|(index, _)| index)
    }

    /// Calls the actor's effects. A utility whose effects did anything loses one unit, however many they are.
    fn moment(&mut self, actor: Actor, moment: Moment) {
        let mut used = [false; 2];
        for index in 0..self.fighter(actor).effects.len() {
            let fighter = self.fighter(actor);
            let borne = fighter.effects[index];
            if borne.utility.is_some_and(|slot| fighter.utilities[slot] == 0) {
                continue;
            }
            if moment(borne.effect, self, actor, borne.value)
                && let Some(slot) = borne.utility
            {
                used[slot] = true;
            }
        }
        for (units, used) in self.fighter_mut(actor).utilities.iter_mut().zip(used) {
            *units -= u32::from(used);
        }
    }

    pub(super) fn fighter(&self, actor: Actor) -> &Fighter {
        match actor {
            Actor::Hero(index) => &self.heroes[index],
            Actor::Monster => self.monster,
        }
    }

    pub(super) fn fighter_mut(&mut self, actor: Actor) -> &mut Fighter {
        match actor {
            Actor::Hero(index) => &mut self.heroes[index],
            Actor::Monster => self.monster,
        }
    }

    /// The number of the turn, 1 for the first.
    pub(super) fn turn(&self) -> u32 {
        self.turn
    }

    /// Writes a line, if anybody wants to read it.
    pub(super) fn note(&mut self, line: impl FnOnce(&Self) -> String) {
        if self.log.is_none() {
            return;
        }
        let line = line(self);
        if let Some(log) = &mut self.log {
            log.push(line);
        }
    }

    /// Hit points for a log line: `98/120 HP`.
    pub(super) fn health(&self, actor: Actor) -> String {
        let fighter = self.fighter(actor);
        format!("{}/{} HP", fighter.hp, fighter.max_hp)
    }

    fn describe(&self, actor: Actor, target: Actor, element: Element, hit: i64, critical: bool) -> String {
        let (attacker, victim) = (&self.fighter(actor).name, &self.fighter(target).name);
        let (turn, element, mark) = (self.turn, element.as_str(), if critical { " (critical)" } else { "" });
        let health = self.health(target);
        format!("Turn {turn}: {attacker} hits {victim} with {element} for {hit}{mark}. {victim}: {health}.")
    }

    fn summary(&self) -> String {
        let heroes = (0..self.heroes.len()).map(Actor::Hero);
        let sides = heroes.chain([Actor::Monster]);
        let parts: Vec<_> =
            sides.map(|actor| format!("{} {}", self.fighter(actor).name, self.health(actor))).collect();
        parts.join(", ")
    }
}
