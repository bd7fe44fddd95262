//! One thing that is wrong with a world, told by where it stands.

use std::fmt;

use serde::Serialize;

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file that holds it, such as `items.json`.
    pub file: &'static str,
    /// Code, number or name of the row.
    pub code: String,
    /// What is wrong, in words.
    pub problem: String,
}

impl Finding {
    pub(super) fn new(file: &'static str, code: impl ToString, problem: impl Into<String>) -> Self {
        Self { file, code: code.to_string(), problem: problem.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.code, self.problem)
    }
}
