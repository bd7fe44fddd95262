//! Who is on whose side, and whom a turn is aimed at.

use std::cmp::{Ordering, Reverse};

use rand::RngExt;

use super::{
    Fighter,
    arena::{Actor, Arena},
};

/// Of a hundred hits of a monster, those that go to the highest threat; the others go to the fewest hit points.
const THREAT_PERCENT: u32 = 90;

impl Arena<'_> {
    /// The others on the actor's side, the fallen among them.
    pub(super) fn allies(&self, actor: Actor) -> impl Iterator<Item = Actor> + use<> {
        let heroes = if actor == Actor::Monster { 0 } else { self.heroes.len() };
        (0..heroes).map(Actor::Hero).filter(move |ally| *ally != actor)
    }

    /// Everybody on the other side, the fallen among them.
    pub(super) fn enemies(&self, actor: Actor) -> impl Iterator<Item = Actor> + use<> {
        let (heroes, monster) = match actor {
            Actor::Hero(_) => (0, Some(Actor::Monster)),
            Actor::Monster => (self.heroes.len(), None),
        };
        (0..heroes).map(Actor::Hero).chain(monster)
    }

    /// Whom the actor attacks: `None` when nobody is left.
    pub(super) fn target(&mut self, actor: Actor) -> Option<Actor> {
        match actor {
            Actor::Hero(_) => self.monster.is_alive().then_some(Actor::Monster),
            Actor::Monster => self.choose_hero().map(Actor::Hero),
        }
    }

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
            let order = best.as_ref().map_or(Ordering::Less, |(_, least)| rank.cmp(least));
            equals = match order {
                Ordering::Less => 1,
                Ordering::Equal => equals + 1,
                Ordering::Greater => continue,
            };
            if equals == 1 || self.rng.random_range(0..equals) == 0 {
                best = Some((index, rank));
            }
        }
        best.map(|(index, _)| index)
    }
}
