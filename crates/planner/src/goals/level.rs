//! A level: of combat or of a skill, for one, some or all.

use game::{Skill, xp::MAX_LEVEL};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    training,
    who::{Names, Who},
};
use crate::config::AnySkill;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "A combat or skill level, for one, some or all of the characters.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Level {
    /// Which skill; without one, it is the combat level.
    #[schemars(with = "Option<AnySkill>")]
    skill: Option<Skill>,
    /// The level to reach.
    #[schemars(range(min = 2, max = MAX_LEVEL))]
    level: u32,
    /// Whether each of them is to reach it, or one is enough.
    who: Who,
    /// Only these characters; nobody named means all.
    names: Names,
}

impl Default for Level {
    fn default() -> Self {
        Self { skill: None, level: 10, who: Who::Everyone, names: Names::default() }
    }
}

impl Kind for Level {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        format!("{} {} for {}", training::name(self.skill), self.level, self.names.words(self.who))
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let shares: Vec<_> = desk
            .concerned()
            .map(|(place, member)| (place, training::share(&member.character, self.skill, self.level)))
            .collect();
        let work = Work::Train { what: self.skill, level: self.level };
        match self.who {
            Who::One => {
                let best = shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
                if best < 1.0 {
                    desk.add_for_any(work, Vec::new(), Vec::new());
                }
                Progress { done: best, wanted: 1.0 }
            }
            Who::Everyone => {
                for (place, _) in shares.iter().filter(|(_, share)| *share < 1.0) {
                    desk.add_for(*place, work.clone());
                }
                Progress { done: shares.iter().map(|(_, share)| share).sum(), wanted: shares.len() as f64 }
            }
        }
    }
}
