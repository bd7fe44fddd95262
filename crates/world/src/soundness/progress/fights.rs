//! Which monsters are beaten: those within reach that somebody of the level reached, or three against a boss, defeats
//! with what can be had by then.

use game::data::{ContentType, Monster, MonsterType};

use super::Progress;
use crate::soundness::trial;

/// Nobody tries a monster that is so many levels above them.
const OUT_OF_QUESTION: u32 = 6;
/// Most characters against a boss (RULES §7).
const PARTY: usize = 3;

impl Progress<'_> {
    /// Tries every monster that has not been beaten, unless nothing has changed since the last time.
    pub(super) fn fight(&mut self) {
        let Some(person) = self.person().cloned() else { return };
        let (ground, level, wardrobe) = (self.ground, self.people.len(), self.wardrobe());
        for monster in &ground.season.lists.monsters {
            let now = (level, wardrobe.len());
            let is_known = self.beaten.contains(&monster.code) || self.tried.get(&monster.code) == Some(&now);
            if is_known || monster.level >= self.level() + OUT_OF_QUESTION || !self.can_meet(monster) {
                continue;
            }
            let party = match monster.kind {
                MonsterType::Boss | MonsterType::RaidBoss => PARTY,
                MonsterType::Normal | MonsterType::Elite | MonsterType::Other(_) => 1,
            };
            if trial::is_won(&person, party, &wardrobe, monster, &ground.data) {
                self.beaten.insert(&monster.code);
            } else {
                self.tried.insert(&monster.code, now);
            }
        }
    }

    fn can_meet(&self, monster: &Monster) -> bool {
        let code = monster.code.as_str();
        let mut raids = self.ground.season.lists.raids.iter().filter(|raid| raid.monster.as_str() == code);
        self.is_at(&ContentType::Monster, code)
            || raids.any(|raid| self.is_at(&ContentType::Raid, raid.code.as_str()))
    }
}
