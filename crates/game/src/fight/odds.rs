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
    /// Hit points the costliest fight took.
    pub worst_hp_lost: i64,
    /// Units that a fight uses of the first and the second utility slot on average.
    pub mean_utilities_used: [f64; 2],
}

/// Fights `samples` times alone, each time from the character's present state. The same seed gives the same
/// odds.
#[must_use]
pub fn odds(character: &Character, monster: &Monster, data: &GameData, samples: u32, seed: u64) -> Odds {
    if samples == 0 {
        return Odds::default();
    }
    let (hero, foe) = (Fighter::character(character, data), Fighter::monster(monster));
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (mut wins, mut turns, mut lost, mut worst) = (0_u32, 0_u64, 0_i64, i64::MIN);
    let mut used = [0_u64; 2];
    for _ in 0..samples {
        let (mut heroes, mut foe) = ([hero.clone()], foe.clone());
        let ending = run(&mut heroes, &mut foe, &mut rng, None);
        let hp_lost = if ending.win { hero.hp - heroes[0].hp } else { hero.hp };
        wins += u32::from(ending.win);
        turns += u64::from(ending.turns);
        lost += hp_lost;
        worst = worst.max(hp_lost);
        for (sum, units) in used.iter_mut().zip(heroes[0].utilities_used()) {
            *sum += u64::from(units);
        }
    }
    let samples = f64::from(samples);
    Odds {
        win_rate: f64::from(wins) / samples,
        mean_turns: turns as f64 / samples,
        mean_hp_lost: lost as f64 / samples,
        worst_hp_lost: worst,
        mean_utilities_used: used.map(|units| units as f64 / samples),
    }
}
