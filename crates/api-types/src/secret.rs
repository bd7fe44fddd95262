//! Text that must not reach a log: game tokens and passwords. Serialising it is the only way it leaves on its own.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A token or password. Its `Debug` form hides the text; in JSON it is a plain string.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Takes the text into custody.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that sends or checks it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_does_not_show_the_text() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "Secret(…)");
    }

    #[test]
    fn travels_as_a_plain_string() {
        assert_eq!(serde_json::to_value(Secret::new("hunter2")).unwrap(), "hunter2");
    }
}
