//! The stages of a pipeline as a plan shows them.

use game::CharacterName;

use super::course::{StageDraft, Stages};

/// A stage of a pipeline in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePlan {
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub standing: StageStanding,
    /// Who works in it now.
    pub characters: Vec<CharacterName>,
    /// How far it is, or what it waits for, in words; empty when it is done.
    pub words: String,
}

/// Where a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageStanding {
    /// It is done.
    Done,
    /// Somebody works in it.
    UnderWay,
    /// Its conditions are not met, or nobody is free for it.
    Waiting,
}

impl Stages {
    /// The stages, once it is known who works at a part.
    pub(crate) fn shown(&self, at_work: impl Fn(usize) -> Option<CharacterName>) -> Vec<StagePlan> {
        let shown = |draft: &StageDraft| {
            let characters: Vec<_> = draft.parts.clone().filter_map(&at_work).collect();
            let (standing, words) = match (draft.is_done, &draft.waits_for[..]) {
                (true, _) => (StageStanding::Done, String::new()),
                (false, _) if !characters.is_empty() => (StageStanding::UnderWay, draft.progress.clone()),
                (false, "") => (StageStanding::Waiting, "for somebody who can do it now".to_owned()),
                (false, unmet) => (StageStanding::Waiting, format!("for {unmet}")),
            };
            StagePlan { name: draft.title.clone(), standing, characters, words }
        };
        self.stages.iter().map(shown).collect()
    }
}
