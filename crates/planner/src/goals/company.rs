//! Who plays, and what there is: the company as a plan sees it.

use std::collections::{BTreeMap, BTreeSet};

use game::{AchievementCode, Bank, Calendar, Character, CharacterName, GameData};
use jiff::Timestamp;

/// A company of characters that share a bank.
#[derive(Debug, Clone, Copy)]
pub struct Company<'a> {
    /// The season's static data.
    pub data: &'a GameData,
    /// Its characters, in an order that does not change.
    pub members: &'a [Member],
    /// Their bank; `None` while nobody has looked.
    pub bank: Option<&'a Bank>,
    /// How much of each objective of an achievement their account has done; `None` while nobody has looked.
    pub achievements: Option<&'a AchievementsDone>,
    /// What goes on in the game, in its own time: one second of it is one second of a cooldown.
    pub calendar: &'a Calendar,
    /// The time.
    pub now: Timestamp,
}

impl Company<'_> {
    /// Seconds from now until then.
    pub(crate) fn seconds_until(&self, then: Timestamp) -> f64 {
        then.duration_since(self.now).as_secs_f64()
    }
}

/// How much of each objective is done, in the order of the objectives, by achievement.
pub type AchievementsDone = BTreeMap<AchievementCode, Vec<u32>>;

/// Fights that have been won for a goal, by the monster's code, and under [`game::TASKS_COMPLETED`] the tasks completed for it.
pub type Won = BTreeMap<String, u32>;

/// One of its characters.
#[derive(Debug, Clone)]
pub struct Member {
    /// As the last reply showed it.
    pub character: Character,
    /// Whether it may work for goals.
    pub hands: Hands,
    /// Parts that it could not go on with, and is not given again for a while.
    pub resting: BTreeSet<String>,
}

/// Whether a character may work for goals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hands {
    /// It has nothing to do.
    Free,
    /// It does a part of a goal.
    AtWork {
        /// The goal's place among the goals; nothing when it is none of them any more.
        goal: Option<usize>,
        /// Which part of it.
        part: String,
    },
    /// A person has told it what to do, and this is what.
    Taken(String),
}

impl Member {
    /// Whether it may work for goals.
    #[must_use]
    pub fn is_available(&self) -> bool {
        !matches!(self.hands, Hands::Taken(_))
    }

    pub(crate) fn name(&self) -> &CharacterName {
        &self.character.name
    }
}
