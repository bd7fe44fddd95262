//! A pipeline: stages that go on side by side, each from some conditions until another one.
//!
//! Stages feed each other through the bank: one begins when what it takes lies there, and waits again when that is used
//! up. A stage that was done once stays done, whatever others take of what it brought: that is all that is remembered.

mod course;
mod shown;
mod stage;
mod stand;

use game::{CharacterName, GameData};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Kind, Progress, breakdown::Desk, who::Names};
use crate::config::Problem;
use course::Course;
pub(crate) use course::Stages;
pub use shown::{StagePlan, StageStanding};
use stage::Stage;
pub(crate) use stage::StageWork;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "Stages that several characters work in side by side, each with an automation of its own: who gathers feeds who crafts, who feeds who fights.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pipeline {
    /// What to call it.
    name: String,
    /// What is done in it. Stages go on at the same time, as far as their conditions and free characters allow; where there
    /// are too few, earlier stages come first.
    stages: Vec<Stage>,
    /// How often it is gone through. After a time it rests, and begins again when something of what its stages have brought
    /// is used up. Without a number it never ends.
    #[schemars(range(min = 1, max = 1000))]
    times: Option<u32>,
}

impl Default for Pipeline {
    fn default() -> Self {
        Self { name: String::new(), stages: Vec::new(), times: Some(1) }
    }
}

impl Kind for Pipeline {
    fn names(&self) -> &Names {
        Names::EVERYBODY
    }

    fn words(&self) -> String {
        let stages: Vec<_> = self.stages.iter().map(Stage::title).collect();
        match self.name.trim() {
            "" => format!("a pipeline: {}", stages.join(", ")),
            name => name.to_owned(),
        }
    }

    fn check(&self) -> Result<(), String> {
        if self.stages.is_empty() {
            return Err("`stages` is empty: a pipeline needs at least one".to_owned());
        }
        Ok(())
    }

    fn problems_within(&self, data: Option<&GameData>) -> Vec<Problem> {
        self.paths().flat_map(|(path, stage)| stage.problems(&path, data)).collect()
    }

    fn strangers(&self, company: &[CharacterName]) -> Vec<Problem> {
        self.paths().flat_map(|(path, stage)| stage.strangers(&path, company)).collect()
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        Course::read(self, desk).lay_out(desk)
    }
}

impl Pipeline {
    /// The stages with their paths in the configuration.
    fn paths(&self) -> impl Iterator<Item = (String, &Stage)> {
        self.stages.iter().enumerate().map(|(place, stage)| (format!("stages[{place}]"), stage))
    }
}
