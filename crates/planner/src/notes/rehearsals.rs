//! Simulated fights that need not be simulated again: the same fighters have the same odds.
//!
//! A choice is made anew at every refusal and every find, and while nothing fits at every look; hardly ever have the
//! fighters changed in between. Not written down: after a restart the odds come out the same.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    iter,
};

use game::{
    Character, GameData,
    data::Monster,
    fight::{Fighter, Odds, Trials},
};

/// Simulated fights behind each win rate: with all of them won, 99 % are won with near certainty.
pub(crate) const SAMPLES: u32 = 400;
/// The same odds for the same fight, always.
const SEED: u64 = 0;
/// Fights that are remembered; about the number between two levels. With more, all are forgotten.
const MOST: usize = 64;

/// Odds by the digest of who fights whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rehearsals(BTreeMap<u64, Odds>);

impl Rehearsals {
    /// The odds of `hero` as it stands, alone against `monster`.
    pub(crate) fn odds(&mut self, hero: &Character, monster: &Monster, data: &GameData) -> Odds {
        self.odds_beside(hero, &[], monster, data)
    }

    /// The odds of `hero` with `others` beside it, all as they stand.
    pub(crate) fn odds_beside(
        &mut self,
        hero: &Character,
        others: &[Character],
        monster: &Monster,
        data: &GameData,
    ) -> Odds {
        let heroes = iter::once(hero).chain(others).map(|hero| Fighter::character(hero, data));
        let key = digest(&heroes.collect::<Vec<_>>(), &Fighter::monster(monster));
        if let Some(odds) = self.0.get(&key) {
            return *odds;
        }
        if self.0.len() >= MOST {
            self.0.clear();
        }
        let mut trials = Trials::new(hero, monster, data, SEED).beside(others, data);
        trials.fight(SAMPLES);
        let odds = trials.odds();
        self.0.insert(key, odds);
        odds
    }
}

/// Of all that a fight depends on: a fighter shows every number and every effect it has.
fn digest(heroes: &[Fighter], foe: &Fighter) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{heroes:?} {foe:?}").hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use game::fight;
    use serde_json::json;

    use super::{MOST, Rehearsals, SAMPLES, SEED};
    use crate::fixture::given;

    #[test]
    fn the_same_fighters_have_the_odds_of_their_first_rehearsal() {
        let ana = given("combat", json!({}));
        let (chicken, wolf) = (&ana.data.monster("chicken").unwrap(), &ana.data.monster("wolf").unwrap());
        let mut rehearsals = Rehearsals::default();
        let odds = rehearsals.odds(&ana.character, chicken, &ana.data);
        assert_eq!(odds, fight::odds(&ana.character, chicken, &ana.data, SAMPLES, SEED));
        assert_eq!(rehearsals.odds(&ana.character, chicken, &ana.data), odds);
        assert_eq!(rehearsals.0.len(), 1);
        rehearsals.odds(&ana.character, wolf, &ana.data);
        assert_eq!(rehearsals.0.len(), 2);
    }

    #[test]
    fn another_hit_point_is_another_fight() {
        let mut ana = given("combat", json!({}));
        let mut rehearsals = Rehearsals::default();
        for remembered in (1..=MOST).chain([1]) {
            ana.character.hp -= 1;
            rehearsals.odds(&ana.character, ana.data.monster("wolf").unwrap(), &ana.data);
            assert_eq!(rehearsals.0.len(), remembered, "what is remembered is bounded");
        }
    }
}
