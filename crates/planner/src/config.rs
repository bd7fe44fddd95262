//! Configurations of strategies: from what the player wrote to a strategy's own type, with every problem told at once.
//!
//! The type is the only place where a field is described: its name, words, default and limits become a JSON schema,
//! against which the player's JSON is held before it is read. What fields mean together is the strategies' matter.

mod check;
mod codes;
mod schema;
mod words;

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

pub(crate) use check::problems;
pub(crate) use codes::{
    AnyAchievement, AnyCharacter, AnyEvent, AnyItem, AnyMonster, AnyRaid, AnyResource, AnySkill,
    CraftingSkill, GatheringSkill, nearest,
};
pub(crate) use schema::schema_of;
pub(crate) use words::list;

/// What is wrong with a strategy's name, configuration or memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// No such strategy.
    #[error("there is no strategy `{name}`; {mend}")]
    UnknownStrategy {
        /// What was asked for.
        name: String,
        /// What was probably meant, or what there is.
        mend: String,
    },
    /// No such kind of goal.
    #[error("there is no kind of goal `{name}`; {mend}")]
    UnknownGoal {
        /// What was asked for.
        name: String,
        /// What was probably meant, or what there is.
        mend: String,
    },
    /// The configuration makes no sense.
    #[error("`{strategy}`: {}", sentences(problems))]
    Invalid {
        /// Of which strategy.
        strategy: String,
        /// Everything that is wrong; at least one thing.
        problems: Vec<Problem>,
    },
    /// A memory that was not written by this version of the program.
    #[error("the memory of `{strategy}` cannot be read: {reason}")]
    BadMemory {
        /// Of which strategy.
        strategy: String,
        /// Why not.
        reason: String,
    },
}

/// One thing that is wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Which field, as in `quantity`, `collect.code` or `keep[2]`; empty for the configuration as a whole.
    pub field: String,
    /// What is wrong and how to mend it, for the player. It names the field.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// One with all that stands at `path`, which is empty for the whole configuration.
    pub(crate) fn with(path: &str, reason: impl fmt::Display) -> Self {
        let message = if path.is_empty() { reason.to_string() } else { format!("`{path}`: {reason}") };
        Self::new(path, message)
    }
}

pub(crate) fn sentences(problems: &[Problem]) -> String {
    let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    messages.join("; ")
}

/// "did you mean `combat`?" for a word that nobody knows, or, when nothing is like it, all that are known.
pub(crate) fn mend<'a>(given: &str, what: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(given, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the {what} are {}", list(known, "and")),
    }
}

/// The path of a field of the object at `path`, which is empty for the whole configuration.
pub(crate) fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// Reads what a player wrote at `path` over the defaults of `C`, whose schema is `schema`; nothing at all is the defaults.
///
/// # Errors
/// Everything that does not fit the schema.
pub(crate) fn read<C: DeserializeOwned>(
    path: &str,
    schema: &Value,
    given: &Value,
) -> Result<C, Vec<Problem>> {
    let nothing = Value::Object(Map::new());
    let given = if given.is_null() { &nothing } else { given };
    let problems = problems(path, schema, given, None);
    if !problems.is_empty() {
        return Err(problems);
    }
    // What fits the schema can be read, unless the two have drifted apart.
    C::deserialize(given).map_err(|error| vec![Problem::with(path, format!("it cannot be read: {error}"))])
}

/// A configuration with every field.
pub(crate) fn to_value(config: &impl Serialize) -> Value {
    serde_json::to_value(config).expect("a configuration has named fields and finite numbers only")
}

#[cfg(test)]
mod tests;
