//! A line of the action log with the numbers behind its reason, as the log's page shows it.

use planner::{Alternative, Why};
use serde::Serialize;
use utoipa::ToSchema;

use super::LogLine;

/// One action, what came of it, and why it was done, in numbers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LogEntry {
    /// The line.
    #[serde(flatten)]
    pub line: LogLine,
    /// The numbers behind the reason.
    pub facts: Vec<FactView>,
    /// What was to choose from, by choice, the best first; then what was ruled out. The most promising of many.
    pub alternatives: Vec<AlternativeView>,
}

/// A number behind a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FactView {
    /// What it tells.
    pub name: String,
    /// The number, with its unit.
    pub value: String,
}

/// One of several things that could have been chosen.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AlternativeView {
    /// What was chosen between: `monster`, `resource`.
    pub choice: String,
    /// Which one it is: the game's code.
    pub code: String,
    /// How good it is: more is better. One that was ruled out has none.
    #[schema(required)]
    pub score: Option<f64>,
    /// What the score counts: `xp/h`.
    pub unit: String,
    /// The score in words; or what would make it possible.
    pub words: String,
    /// What ruled it out.
    #[schema(required)]
    pub ruled_out: Option<String>,
}

impl LogEntry {
    pub(crate) fn new(line: LogLine, why: Why) -> Self {
        let facts = why.facts.into_iter().map(|(name, value)| FactView { name, value }).collect();
        let alternatives = why.alternatives.into_iter().map(AlternativeView::from).collect();
        Self { line, facts, alternatives }
    }
}

impl From<Alternative> for AlternativeView {
    fn from(alternative: Alternative) -> Self {
        let Alternative { choice, code, score, unit, words, ruled_out } = alternative;
        Self { choice, code, score, unit, words, ruled_out }
    }
}
