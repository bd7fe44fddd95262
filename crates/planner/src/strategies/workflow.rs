//! A workflow: strategies one after the other, each until a condition is met or until it is done by itself.
//!
//! This is its configuration. How it goes on from step to step is in [`progress`], when in [`condition`].

mod condition;
mod progress;

use game::{CharacterName, GameData};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    config::{ConfigError, Problem},
    decision::Decision,
    market::Interests,
    mind::Mind,
    notes::Notes,
    situation::Situation,
    strategies::{self, Strategy},
};
pub(crate) use condition::{Condition, Place};
pub(crate) use progress::Progress;

/// Its name as a strategy.
pub(crate) const NAME: &str = "workflow";
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
    /// What becomes of the step when its strategy cannot go on.
    #[serde(default)]
    if_blocked: IfBlocked,
}

/// What a step that is blocked is left for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum IfBlocked {
    /// Nothing: it goes on when what blocks it is gone.
    #[default]
    Wait,
    /// The next step.
    Next,
}

impl Step {
    fn mind(&self) -> Result<Mind, ConfigError> {
        Mind::new(&self.strategy, Value::Object(self.config.clone()))
    }
}

impl Default for Workflow {
    /// An hour of gathering, then an hour of fighting.
    fn default() -> Self {
        let step = |strategy: &str| Step {
            strategy: strategy.to_owned(),
            config: Map::new(),
            until: vec![Condition::Minutes { at_least: 60 }],
            if_blocked: IfBlocked::Wait,
        };
        Self { steps: vec![step("gathering"), step("combat")], repeat: false }
    }
}

impl Strategy for Workflow {
    fn check(&self) -> Result<(), String> {
        if self.steps.is_empty() {
            return Err("`steps` is empty: a workflow needs at least one".to_owned());
        }
        Ok(())
    }

    fn problems_within(&self, data: Option<&GameData>) -> Vec<Problem> {
        let problems = |(place, step): (usize, &Step)| {
            let path = format!("steps[{place}]");
            if step.strategy == NAME {
                let reason = "a workflow cannot be a step of another one";
                return vec![Problem::with(&format!("{path}.strategy"), reason)];
            }
            strategies::problems_at(&path, &step.strategy, &Value::Object(step.config.clone()), data)
        };
        self.steps.iter().enumerate().flat_map(problems).collect()
    }

    fn interests(&self, notes: &Notes) -> Interests {
        notes.at_work().map(Mind::interests).unwrap_or_default()
    }

    fn comrades<'a>(&'a self, notes: &'a Notes) -> &'a [CharacterName] {
        notes.at_work().map(Mind::comrades).unwrap_or_default()
    }

    fn goes_by_time(&self) -> bool {
        true
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        notes.progress().decide(self, &situation.view, situation.now)
    }
}

#[cfg(test)]
mod tests;
