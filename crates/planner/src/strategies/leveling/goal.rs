//! What can be trained, and by which strategy.

use std::fmt;

use game::{ItemCode, Skill, skill::Progress};

use crate::{
    decision::Decision,
    notes::Notes,
    situation::Situation,
    strategies::{Combat, Crafting, Gathering, Strategy},
};

/// Something with a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    Combat,
    Skill(Skill),
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Combat => f.write_str("combat"),
            Self::Skill(skill) => skill.fmt(f),
        }
    }
}

impl Goal {
    /// Its name, by which a choice of it is kept.
    pub(super) fn name(self) -> String {
        self.to_string()
    }

    pub(super) fn level(self, situation: &Situation<'_>) -> u32 {
        self.progress(situation).0
    }

    /// The level, and the share of it that is done.
    pub(super) fn progress(self, situation: &Situation<'_>) -> (u32, f64) {
        let character = &situation.character;
        let progress = match self {
            Self::Combat => Some(&character.combat),
            Self::Skill(skill) => character.skills.get(&skill),
        };
        progress
            .map_or((1, 0.0), |Progress { level, xp, max_xp }| (*level, *xp as f64 / (*max_xp).max(1) as f64))
    }

    /// Whether it is a skill that gathers.
    pub(super) fn gathers(self) -> bool {
        matches!(self, Self::Skill(skill) if Skill::GATHERING.contains(&skill.as_str()))
    }

    /// Xp per hour of the best way to train it.
    pub(super) fn promises(
        self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        keep: &[ItemCode],
    ) -> Result<f64, Decision> {
        match self {
            Self::Combat => Combat::part(None, keep.to_vec()).promises(situation, notes),
            Self::Skill(skill) => {
                let gathering = self.gathering(situation, notes, keep);
                let crafts = Crafting::training(skill, keep.to_vec());
                gathering.map_or_else(|| crafts.promises(situation, notes), |(_, promise)| Ok(promise))
            }
        }
    }

    /// The next step of training it.
    pub(super) fn train(self, situation: &Situation<'_>, notes: &mut Notes, keep: &[ItemCode]) -> Decision {
        match self {
            Self::Combat => Combat::part(None, keep.to_vec()).decide(situation, notes),
            Self::Skill(skill) => match self.gathering(situation, notes, keep) {
                Some((gathering, _)) => gathering.decide(situation, notes),
                None => Crafting::training(skill, keep.to_vec()).decide(situation, notes),
            },
        }
    }

    /// Gathering, where it pays xp: a skill that gathers and crafts gathers, unless all there is to gather is too easy.
    fn gathering(
        self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        keep: &[ItemCode],
    ) -> Option<(Gathering, f64)> {
        let Self::Skill(skill) = self else { return None };
        if !self.gathers() {
            return None;
        }
        let gathering = Gathering::training(skill, keep.to_vec());
        let crafts_too = Skill::CRAFTING.contains(&skill.as_str());
        match gathering.promises(situation, notes) {
            Ok(promise) if promise > 0.0 || !crafts_too => Some((gathering, promise)),
            Err(_) if !crafts_too => Some((gathering, 0.0)),
            _ => None,
        }
    }
}
