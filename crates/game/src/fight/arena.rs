//! A fight in progress: whose turn it is, when it is over, and the few ways in which anything may touch a
//! fighter.

use std::{cmp::Reverse, fmt};

use rand::Rng;

use super::{
    Ending, Fighter, MAX_TURNS,
    effects::{Bearer, Effect},
    state::Bout,
};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Actor {
    /// The character with this index.
    Hero(usize),
    /// The monster.
    Monster,
}

/// Everything a fight needs, and all that an effect may touch.
pub(super) struct Arena<'a> {
    pub(super) heroes: &'a mut [Fighter],
    pub(super) monster: &'a mut Fighter,
    pub(super) rng: &'a mut dyn Rng,
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
            if self.fighter(actor).is_alive() {
                self.moment(actor, |effect, arena, me| effect.at_start(arena, me));
            }
        }
        let win = self.rounds(&order);
        self.heroes.iter_mut().for_each(Fighter::end_fight);
        self.monster.end_fight();
        self.note(|arena| format!("The fight is {}: {}.", if win { "won" } else { "lost" }, arena.summary()));
        Ending { win, turns: self.turn }
    }

    /// Everybody in order, again and again; says whether it was won.
    fn rounds(&mut self, order: &[Actor]) -> bool {
        loop {
            for &actor in order {
                if !self.monster.is_alive() {
                    return true;
                }
                if !self.heroes.iter().any(Fighter::is_alive) {
                    return false;
                }
                if self.turn == MAX_TURNS {
                    return self.monster.bout == Bout::Raid;
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

    /// One turn, in the order of RULES §7: effects of its start, ailments, effects before the attack, the
    /// attack.
    fn act(&mut self, actor: Actor) {
        self.fighter_mut(actor).state.turns += 1;
        self.moment(actor, |effect, arena, me| effect.at_turn_start(arena, me));
        self.suffer(actor);
        if !self.fighter(actor).is_alive() {
            return;
        }
        let Some(target) = self.target(actor) else { return };
        self.react(actor, |effect, arena, me| effect.before_attack(arena, me, target));
        self.attack(actor, target);
    }

    /// Calls the actor's effects. A utility whose effects did anything loses one unit, however many they are.
    pub(super) fn moment(
        &mut self,
        actor: Actor,
        mut call: impl FnMut(&dyn Effect, &mut Arena<'_>, &mut Bearer) -> bool,
    ) {
        let mut used = [false; 2];
        for index in 0..self.fighter(actor).effects.len() {
            let fighter = self.fighter(actor);
            let borne = fighter.effects[index];
            if borne.utility.is_some_and(|slot| fighter.utilities[slot] == 0) {
                continue;
            }
            let mut bearer = Bearer { actor, value: borne.value, memory: borne.memory };
            let did = call(borne.effect, self, &mut bearer);
            self.fighter_mut(actor).effects[index].memory = bearer.memory;
            if let (true, Some(slot)) = (did, borne.utility) {
                used[slot] = true;
            }
        }
        let fighter = self.fighter_mut(actor);
        for (slot, used) in used.into_iter().enumerate() {
            fighter.utilities[slot] -= u32::from(used);
            fighter.state.utilities_used[slot] += u32::from(used);
        }
    }

    /// Calls the actor's effects at a moment that never costs a utility.
    pub(super) fn react(
        &mut self,
        actor: Actor,
        mut call: impl FnMut(&dyn Effect, &mut Arena<'_>, &mut Bearer),
    ) {
        self.moment(actor, |effect, arena, me| {
            call(effect, arena, me);
            false
        });
    }

    /// Takes hit points, never more than there are, and tells it with `line`, which sees what is left.
    pub(super) fn lose(&mut self, actor: Actor, amount: i64, line: impl FnOnce(&Self) -> String) {
        let fighter = self.fighter_mut(actor);
        let lost = amount.min(fighter.hp).max(0);
        fighter.hp -= lost;
        fighter.state.damage_taken += lost;
        let lowest = fighter.state.lowest_hp.get_or_insert(fighter.hp);
        *lowest = fighter.hp.min(*lowest);
        self.note(line);
        if lost == 0 {
            return;
        }
        if !self.fighter(actor).is_alive() {
            self.note(|arena| format!("Turn {}: {} falls.", arena.turn, arena.fighter(actor).name));
        }
        self.react(actor, |effect, arena, me| effect.at_loss(arena, me));
    }

    /// Gives the living hit points, never more than they lack, and tells what did it; says whether it gave any.
    pub(super) fn heal(&mut self, actor: Actor, amount: i64, by: &str) -> bool {
        let fighter = self.fighter_mut(actor);
        let healed = amount.min(fighter.missing());
        if healed <= 0 || !fighter.is_alive() {
            return false;
        }
        fighter.hp += healed;
        self.note(|arena| {
            let name = &arena.fighter(actor).name;
            format!("Turn {}: {name} gains {healed} HP by {by}. {}", arena.turn, arena.health(actor))
        });
        true
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

    /// The sentence that ends a line which changed hit points: `Ana: 98/120 HP.`
    pub(super) fn health(&self, actor: Actor) -> impl fmt::Display {
        let Fighter { name, hp, max_hp, .. } = self.fighter(actor);
        fmt::from_fn(move |f| write!(f, "{name}: {hp}/{max_hp} HP."))
    }

    fn summary(&self) -> String {
        let sides = self.heroes.iter().chain([&*self.monster]);
        let parts: Vec<_> =
            sides.map(|fighter| format!("{} {}/{} HP", fighter.name, fighter.hp, fighter.max_hp)).collect();
        parts.join(", ")
    }
}
