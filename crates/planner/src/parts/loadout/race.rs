//! Outfits held against each other in simulated fights, all in the same luck: each fights a little, and then always the one
//! that seems best goes on, until it has fought enough to be believed. One that turns out to lose too often falls back, and
//! the next has its turn.

use game::{
    Character, GameData,
    data::Monster,
    fight::{Odds, Trials},
};

use crate::notes::SAMPLES;

/// Fights of each to begin with.
const FIRST: u32 = 25;
/// So many may seem best, one after the other.
const MOST_LEADERS: u32 = 60;
/// The same race for the same outfits.
const SEED: u64 = 0;

/// How good fights are, for the one who asks: whether they are safe, and what they bring.
pub(crate) type Rank = (bool, f64);

/// Somebody in one of the outfits.
struct Racer {
    hero: Character,
    trials: Trials,
    fought: u32,
    rank: Rank,
}

/// The place of the best of some heroes, each with `others` beside it; the earlier of equal ones. `rank` is told who fought,
/// the odds, and the number of fights behind them.
pub(super) fn winner(
    data: &GameData,
    monster: &Monster,
    heroes: impl IntoIterator<Item = Character>,
    others: &[Character],
    rank: &dyn Fn(&Character, &Odds, u32) -> Rank,
) -> usize {
    let racer = |hero| {
        let trials = Trials::new(&hero, monster, data, SEED).beside(others, data);
        let mut racer = Racer { hero, trials, fought: 0, rank: (false, 0.0) };
        racer.fight(FIRST, rank);
        racer
    };
    let mut racers: Vec<_> = heroes.into_iter().map(racer).collect();
    for _ in 0..MOST_LEADERS {
        match leader(racers.iter_mut().enumerate()) {
            Some((_, leader)) if leader.fought < SAMPLES => leader.fight(leader.fought, rank),
            _ => break,
        }
    }
    let tried = racers.iter_mut().enumerate().filter(|(_, racer)| racer.fought >= SAMPLES);
    leader(tried).map_or(0, |(place, _)| place)
}

fn leader<'r>(racers: impl Iterator<Item = (usize, &'r mut Racer)>) -> Option<(usize, &'r mut Racer)> {
    racers.reduce(|best, racer| if racer.1.rank > best.1.rank { racer } else { best })
}

impl Racer {
    fn fight(&mut self, more: u32, rank: &dyn Fn(&Character, &Odds, u32) -> Rank) {
        self.trials.fight(more);
        self.fought += more;
        self.rank = rank(&self.hero, &self.trials.odds(), self.fought);
    }
}
