//! Outfits held against each other in simulated fights, all in the same luck: each fights a little, and then always the one
//! that seems best goes on, until it has fought enough to be believed. One that turns out to lose too often falls back, and
//! the next has its turn.

use game::{
    Character,
    data::Monster,
    fight::{Odds, Trials},
};

use super::{dressed, wardrobe::Chosen};
use crate::{notes::SAMPLES, situation::Situation};

/// Fights of each to begin with.
const FIRST: u32 = 25;
/// So many may seem best, one after the other.
const MOST_LEADERS: u32 = 60;
/// The same race for the same outfits.
const SEED: u64 = 0;

/// How good fights are, for the one who asks: whether they are safe, and what they bring.
pub(crate) type Rank = (bool, f64);

/// Somebody in one of the outfits.
struct Racer<'a> {
    chosen: &'a Chosen,
    hero: Character,
    trials: Trials,
    fought: u32,
    rank: Rank,
}

/// The best of some outfits, the earlier of equal ones. `rank` is told who fought, the odds, and the number of fights behind
/// them.
pub(super) fn winner(
    situation: &Situation<'_>,
    monster: &Monster,
    field: &[Chosen],
    rank: &dyn Fn(&Character, &Odds, u32) -> Rank,
) -> Chosen {
    let wardrobe = situation.wardrobe();
    let racer = |chosen| {
        let hero = dressed(situation, &wardrobe.outfit(situation, chosen));
        let trials = Trials::new(&hero, monster, situation.data, SEED);
        let mut racer = Racer { chosen, hero, trials, fought: 0, rank: (false, 0.0) };
        racer.fight(FIRST, rank);
        racer
    };
    let mut racers: Vec<_> = field.iter().map(racer).collect();
    for _ in 0..MOST_LEADERS {
        match leader(racers.iter_mut()) {
            Some(leader) if leader.fought < SAMPLES => leader.fight(leader.fought, rank),
            _ => break,
        }
    }
    let tried = |racer: &&mut Racer<'_>| racer.fought >= SAMPLES;
    let best = leader(racers.iter_mut().filter(tried));
    best.map_or_else(|| field[0].clone(), |best| best.chosen.clone())
}

fn leader<'r, 'a>(racers: impl Iterator<Item = &'r mut Racer<'a>>) -> Option<&'r mut Racer<'a>> {
    racers.reduce(|best, racer| if racer.rank > best.rank { racer } else { best })
}

impl Racer<'_> {
    fn fight(&mut self, more: u32, rank: &dyn Fn(&Character, &Odds, u32) -> Rank) {
        self.trials.fight(more);
        self.fought += more;
        self.rank = rank(&self.hero, &self.trials.odds(), self.fought);
    }
}
