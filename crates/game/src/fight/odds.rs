//! The odds of a fight, found by fighting it many times.

use rand::{SeedableRng, rngs::Xoshiro256PlusPlus};

use super::{Fighter, run};
use crate::{
    character::Character,
    data::{GameData, Monster},
};

/// What to expect of a fight.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Odds {
    /// Share of fights won, 0 to 1.
    pub win_rate: f64,
    /// Turns a fight takes on average.
    pub mean_turns: f64,
    /// Hit points a fight costs on average; a lost one costs all. Negative when potions heal more than is lost.
    pub mean_hp_lost: f64,
    /// Hit points that were missing at the worst moment of all fights, whatever was healed after it; all in a lost one.
    pub worst_hp_lost: i64,
    /// Units that a fight uses of the first and the second utility slot on average.
    pub mean_utilities_used: [f64; 2],
    /// Units that the thirstiest fight used of each.
    pub most_utilities_used: [u32; 2],
    /// Hit points that the monster loses on average, whatever it heals.
    pub mean_damage: f64,
}

/// Fights `samples` times alone, each time from the character's present state. The same seed gives the same
/// odds.
#[must_use]
pub fn odds(character: &Character, monster: &Monster, data: &GameData, samples: u32, seed: u64) -> Odds {
    let mut trials = Trials::new(character, monster, data, seed);
    trials.fight(samples);
    trials.odds()
}

/// A fight that is fought again and again from the same state.
///
/// How many rolls a fight takes does not change the luck of the next, so whoever compares two outfits compares them in the same luck.
#[derive(Debug, Clone)]
pub struct Trials {
    /// Whose odds they are, and then who fights beside.
    heroes: Vec<Fighter>,
    foe: Fighter,
    luck: Xoshiro256PlusPlus,
    fights: u32,
    wins: u32,
    turns: u64,
    hp_lost: i64,
    worst_hp_lost: i64,
    used: [u64; 2],
    most_used: [u32; 2],
    damage: i64,
}

impl Trials {
    /// A character alone against a monster; nothing has been fought yet.
    #[must_use]
    pub fn new(character: &Character, monster: &Monster, data: &GameData, seed: u64) -> Self {
        Self {
            heroes: vec![Fighter::character(character, data)],
            foe: Fighter::monster(monster),
            luck: Xoshiro256PlusPlus::seed_from_u64(seed),
            fights: 0,
            wins: 0,
            turns: 0,
            hp_lost: 0,
            worst_hp_lost: i64::MIN,
            used: [0; 2],
            most_used: [0; 2],
            damage: 0,
        }
    }

    /// The same with others who fight beside the character (RULES §7). The odds stay those of the character.
    #[must_use]
    pub fn beside(mut self, others: &[Character], data: &GameData) -> Self {
        self.heroes.extend(others.iter().map(|other| Fighter::character(other, data)));
        self
    }

    /// Fights so many times more.
    pub fn fight(&mut self, times: u32) {
        for _ in 0..times {
            let mut rng = Xoshiro256PlusPlus::from_rng(&mut self.luck);
            let (mut heroes, mut foe) = (self.heroes.clone(), self.foe.clone());
            let ending = run(&mut heroes, &mut foe, &mut rng, None);
            let (after, all) = (&heroes[0], self.heroes[0].hp);
            let (lost, worst) =
                if ending.win { (all - after.hp, all - after.lowest_hp()) } else { (all, all) };
            self.wins += u32::from(ending.win);
            self.turns += u64::from(ending.turns);
            self.hp_lost += lost;
            self.worst_hp_lost = self.worst_hp_lost.max(worst);
            for (slot, units) in after.utilities_used().into_iter().enumerate() {
                self.used[slot] += u64::from(units);
                self.most_used[slot] = self.most_used[slot].max(units);
            }
            self.damage += foe.damage_taken();
        }
        self.fights += times;
    }

    /// The odds as far as it was fought; all 0 before the first fight.
    #[must_use]
    pub fn odds(&self) -> Odds {
        if self.fights == 0 {
            return Odds::default();
        }
        let fights = f64::from(self.fights);
        Odds {
            win_rate: f64::from(self.wins) / fights,
            mean_turns: self.turns as f64 / fights,
            mean_hp_lost: self.hp_lost as f64 / fights,
            worst_hp_lost: self.worst_hp_lost,
            mean_utilities_used: self.used.map(|units| units as f64 / fights),
            most_utilities_used: self.most_used,
            mean_damage: self.damage as f64 / fights,
        }
    }
}
