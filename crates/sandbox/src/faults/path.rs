//! Paths of requests, written with gaps: `*` stands for one part, `**` at the end for any number of them.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A path with gaps, such as `/my/*/action/**`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct PathPattern {
    parts: Vec<String>,
    open: bool,
}

impl PathPattern {
    /// Whether a path is one of those meant.
    pub(super) fn takes(&self, path: &str) -> bool {
        let mut parts = split(path);
        let fits =
            self.parts.iter().all(|part| parts.next().is_some_and(|given| part == "*" || part == given));
        fits && (self.open || parts.next().is_none())
    }
}

/// The parts of a path; a slash at its end adds none.
fn split(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}

impl FromStr for PathPattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if !text.starts_with('/') {
            return Err(format!("`{text}` is no path: begin it with `/`, as in /my/*/action/**"));
        }
        let mut parts: Vec<_> = split(text).map(str::to_owned).collect();
        let open = parts.pop_if(|last| last == "**").is_some();
        if parts.iter().any(|part| part.contains('*') && part != "*") {
            return Err(format!("`{text}`: `*` stands for one whole part, and `**` for the rest at the end"));
        }
        Ok(Self { parts, open })
    }
}

impl TryFrom<String> for PathPattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<PathPattern> for String {
    fn from(PathPattern { mut parts, open }: PathPattern) -> Self {
        parts.extend(open.then(|| "**".to_owned()));
        format!("/{}", parts.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, taken: &[&str], passed_over: &[&str]) {
        let pattern: PathPattern = pattern.parse().unwrap();
        for path in taken {
            assert!(pattern.takes(path), "{pattern:?} takes {path}");
        }
        for path in passed_over {
            assert!(!pattern.takes(path), "{pattern:?} does not take {path}");
        }
    }

    #[test]
    fn gaps_stand_for_parts_of_a_path() {
        check("/", &["/"], &["/items"]);
        check("/items", &["/items", "/items/"], &["/", "/items/egg"]);
        check("/my/*/action/*", &["/my/Ana/action/rest"], &["/my/Ana/action/bank/deposit/item", "/my/bank"]);
        check("/my/*/action/**", &["/my/Ana/action/bank/deposit/item"], &["/my/logs/Ana"]);
        check("/**", &["/", "/items", "/my/Ana/action/rest"], &[]);
    }

    #[test]
    fn a_pattern_is_written_as_it_was_read() {
        for text in ["/", "/items/*", "/my/*/action/**", "/**"] {
            assert_eq!(String::from(text.parse::<PathPattern>().unwrap()), text);
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused_with_advice() {
        for text in ["items", "", "/my/A*/action", "/**/action"] {
            assert!(text.parse::<PathPattern>().unwrap_err().contains('`'), "{text}");
        }
    }
}
