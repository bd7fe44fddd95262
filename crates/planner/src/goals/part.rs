//! A part of a goal: what one character can do without the others, and as what automation it does that.

use std::{collections::BTreeMap, fmt};

use game::SimpleItem;
use serde_json::{Value, json};

use super::training::{self, Trained};

/// Levels that somebody has, or will have by then.
pub(crate) type Levels = BTreeMap<Trained, u32>;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    /// Reach a level.
    Train { what: Trained, level: u32 },
}

/// The name of a part, by which it is known again in the next plan; how much of it is left is not in it.
impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Train { what, level } => write!(f, "train {} to {level}", training::name(*what)),
        }
    }
}

/// A piece of work for one character.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Place of its goal.
    pub(crate) goal: usize,
    pub(crate) work: Work,
    /// Parts that come before it.
    pub(crate) needs: Vec<usize>,
    /// Places of the members that may do it.
    pub(crate) who: Vec<usize>,
    /// What it takes out of the bank.
    pub(crate) takes: Vec<SimpleItem>,
}

/// A strategy with its configuration, as a step of a part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) strategy: &'static str,
    pub(crate) config: Value,
    /// Over after so many gathers and fights.
    pub(crate) loops: Option<u64>,
}

/// What it takes somebody to do a part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Effort {
    pub(crate) seconds: f64,
    pub(crate) steps: Vec<Step>,
    /// The levels that are reached on the way.
    pub(crate) levels: Levels,
}

impl Effort {
    /// As one automation: its name and configuration. What is carried at the end goes to the bank.
    pub(crate) fn automation(&self) -> (String, Value) {
        if let [Step { strategy, config, loops: None }] = &self.steps[..] {
            return ((*strategy).to_owned(), config.clone());
        }
        let steps = self.steps.iter().map(|Step { strategy, config, loops }| {
            let until: Vec<_> =
                loops.iter().map(|loops| json!({"when": "loops", "at_least": loops})).collect();
            json!({"strategy": strategy, "config": config, "until": until})
        });
        ("workflow".to_owned(), json!({"steps": steps.collect::<Vec<_>>()}))
    }
}

/// Why nobody can do a part, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) goal: usize,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) unblock: String,
}

impl Missing {
    /// Of a goal that was written by another version of the program.
    pub(crate) fn unreadable(goal: usize) -> Self {
        let (what, why) = ("the goal".to_owned(), "this version of the program cannot read it".to_owned());
        Self { goal, what, why, unblock: "Change it, or delete it".to_owned() }
    }
}
