//! A workflow: strategies one after the other, each until a condition is met or until it is done by itself.
//!
//! This is its configuration. How it goes on from step to step is in [`progress`], when in [`condition`].

mod condition;
mod progress;

use game::GameData;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{decision::Decision, mind::Mind, notes::Notes, situation::Situation, strategies::Strategy};
use condition::Condition;
pub(crate) use progress::Progress;

/// Its name as a strategy.
pub(super) const NAME: &str = "workflow";
/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Does several things one after the other, each until a condition is met: a list of strategies with their configurations.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Workflow {
    /// What to do, one after the other. A step is over when its strategy is done, or when one of its conditions is met.
    steps: Vec<Step>,
    /// Whether to begin again after the last step. If not, the workflow is done then.
    repeat: bool,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// Name of a strategy.
    strategy: String,
    /// Its configuration; what is left out has its default.
    #[serde(default)]
    config: Map<String, Value>,
    /// Go on as soon as one of these is met.
    #[serde(default)]
    until: Vec<Condition>,
}

impl Step {
    fn mind(&self) -> Result<Mind, String> {
        if self.strategy == NAME {
            return Err("a workflow cannot be a step of another one".to_owned());
        }
        Mind::new(&self.strategy, Value::Object(self.config.clone())).map_err(|error| error.to_string())
    }
}

impl Default for Workflow {
    /// An hour of gathering, then an hour of fighting.
    fn default() -> Self {
        let step = |strategy: &str| Step {
            strategy: strategy.to_owned(),
            config: Map::new(),
            until: vec![Condition::Minutes { at_least: 60 }],
        };
        Self { steps: vec![step("gathering"), step("combat")], repeat: false }
    }
}

impl Workflow {
    fn each_step<T>(&self, look: impl Fn(&Step) -> Result<T, String>) -> Result<(), String> {
        self.steps.iter().enumerate().try_for_each(|(place, step)| {
            look(step).map(drop).map_err(|reason| format!("`steps[{place}]`: {reason}"))
        })
    }
}

impl Strategy for Workflow {
    fn check(&self) -> Result<(), String> {
        if self.steps.is_empty() {
            return Err("`steps` is empty: a workflow needs at least one".to_owned());
        }
        self.each_step(Step::mind)
    }

    fn check_season(&self, data: &GameData) -> Result<(), String> {
        self.each_step(|step| step.mind()?.check(data).map_err(|error| error.to_string()))
    }

    fn workflow(&self) -> Option<&Workflow> {
        Some(self)
    }

    fn decide(&self, _situation: &Situation<'_>, _notes: &mut Notes) -> Decision {
        Decision::blocked("A workflow decides through its steps", "Start it as an automation")
    }
}

#[cfg(test)]
mod tests;
