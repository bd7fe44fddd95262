//! A stage of a pipeline: who works in it, at what, from when and until when.

use std::{fmt, sync::Arc};

use game::{CharacterName, GameData};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::stand::holds_for;
use crate::{
    config::Problem,
    goals::{company::Member, who::Names},
    strategies::{self, Condition, WORKFLOW},
};

/// One part of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stage {
    /// What to call it; without a name it is called by its strategy.
    #[serde(default)]
    #[schemars(extend("x-order" = 0))]
    name: String,
    /// What those do who work in it: the name of a strategy.
    #[schemars(extend("x-order" = 1))]
    strategy: String,
    /// The strategy's configuration; what is left out has its default.
    #[serde(default)]
    #[schemars(extend("x-order" = 2))]
    config: Map<String, Value>,
    /// Who works in it; nobody named means whoever is free.
    #[serde(default)]
    #[schemars(extend("x-order" = 3))]
    pub(super) names: Names,
    /// How many work in it at once, where nobody is named; one if nothing is said.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 5), extend("x-order" = 4))]
    pub(super) hands: usize,
    /// It begins when all of these are met, and goes on until its strategy cannot: then it waits for them again. Gold and
    /// what is in the bank are everybody's. What is about one character must be met by as many as work in the stage.
    #[serde(default)]
    #[schemars(title = "Begins when", extend("x-order" = 5))]
    pub(super) from: Vec<Condition>,
    /// It is done as soon as one of these is met. Without any, it goes on until all other stages are done.
    #[serde(default)]
    #[schemars(title = "Done when", extend("x-order" = 6))]
    pub(super) until: Vec<Condition>,
}

fn one() -> usize {
    1
}

impl Stage {
    /// What it is called.
    pub(super) fn title(&self) -> &str {
        match self.name.trim() {
            "" => &self.strategy,
            name => name,
        }
    }

    /// Everything that is wrong with it; it stands at `path`.
    pub(super) fn problems(&self, path: &str, data: Option<&GameData>) -> Vec<Problem> {
        if self.strategy == WORKFLOW {
            let reason = "a workflow cannot be a stage; make stages of its steps";
            return vec![Problem::with(&format!("{path}.strategy"), reason)];
        }
        let config = Value::Object(self.config.clone());
        let mut problems = strategies::problems_at(path, &self.strategy, &config, data);
        for (field, conditions) in [("from", &self.from), ("until", &self.until)] {
            let uncounted = conditions.iter().enumerate().filter(|(_, one)| one.is_about_a_step());
            problems.extend(uncounted.map(|(place, _)| {
                let reason = "this is counted in a workflow's step, and never met in a stage; \
                              go by levels, items, gold or an event";
                Problem::with(&format!("{path}.{field}[{place}]"), reason)
            }));
        }
        problems
    }

    /// Names that nobody in the company has.
    pub(super) fn strangers(&self, path: &str, company: &[CharacterName]) -> Vec<Problem> {
        self.names.strangers(&format!("{path}.names"), company)
    }

    /// Whether somebody has done what is wanted of each.
    pub(super) fn is_done_by(&self, member: &Member) -> bool {
        self.until.iter().any(|condition| holds_for(condition, &member.character))
    }

    /// What is done in it; it stands at this place.
    pub(super) fn work(&self, place: usize) -> StageWork {
        // Who begins only when something is there has come to an end of it when it cannot go on, and brings home what it has.
        let if_blocked = if self.from.is_empty() { "wait" } else { "next" };
        let step = json!({"strategy": self.strategy, "config": self.config, "until": self.until, "if_blocked": if_blocked});
        let name = format!("stage {}: {}", place + 1, self.title());
        StageWork::new(name, &self.strategy, Value::Object(self.config.clone()), &[step])
    }
}

/// What is done in a stage: an automation as it is, of which nobody knows how long it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StageWork(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    name: String,
    strategy: String,
    config: Value,
    steps: Value,
}

impl StageWork {
    /// A strategy with its configuration, as these steps of a workflow, and the way home.
    pub(crate) fn new(name: String, strategy: &str, config: Value, steps: &[Value]) -> Self {
        let home = json!({"strategy": "banking"});
        let steps: Vec<_> = steps.iter().chain([&home]).collect();
        Self(Arc::new(Inner {
            name,
            strategy: strategy.to_owned(),
            config,
            steps: json!({ "steps": steps }),
        }))
    }

    /// The strategy with its configuration.
    pub(crate) fn plan(&self) -> (&str, &Value) {
        (&self.0.strategy, &self.0.config)
    }

    /// The same until the stage's conditions, with the way home: the configuration of a workflow.
    pub(crate) fn workflow(&self) -> Value {
        self.0.steps.clone()
    }
}

impl fmt::Display for StageWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.name)
    }
}
