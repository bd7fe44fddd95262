//! Whose goal it is: everybody's or anybody's, of all characters or of some.

use game::CharacterName;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::company::Member;
use crate::config::{AnyCharacter, Problem, nearest};

/// For how many a goal is reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Who {
    /// Each of them.
    #[default]
    Everyone,
    /// One of them, whoever gets there at least cost.
    One,
}

/// Some characters by name; nobody named means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Names(#[schemars(with = "Vec<AnyCharacter>")] Vec<CharacterName>);

impl Names {
    /// Nobody named, which is everybody.
    pub(crate) const EVERYBODY: &'static Self = &Self(Vec::new());

    /// Whether nobody is named.
    pub(crate) fn is_everybody(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a character is among them.
    pub(crate) fn include(&self, member: &Member) -> bool {
        self.0.is_empty() || self.0.contains(member.name())
    }

    /// "everyone", "one of Ana, Bob".
    pub(crate) fn words(&self, who: Who) -> String {
        let names = self.0.iter().map(CharacterName::as_str).collect::<Vec<_>>().join(", ");
        match (who, self.0.is_empty()) {
            (Who::Everyone, true) => "everyone".to_owned(),
            (Who::Everyone, false) => names,
            (Who::One, true) => "one of them".to_owned(),
            (Who::One, false) => format!("one of {names}"),
        }
    }

    /// Names that nobody in the company has, and those that stand there twice; they stand at `path` of a configuration.
    pub(crate) fn strangers(&self, path: &str, company: &[CharacterName]) -> Vec<Problem> {
        let known = || company.iter().map(CharacterName::as_str);
        let twice = self.0.iter().enumerate().filter(|(place, name)| self.0[..*place].contains(name));
        let twice = twice.map(|(place, name)| {
            Problem::with(&format!("{path}[{place}]"), format!("`{name}` is named twice"))
        });
        let strangers = self.0.iter().enumerate().filter(|(_, name)| !company.contains(name));
        strangers
            .map(|(place, name)| {
                let mend = match nearest(name.as_str(), known()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("there are {}", known().collect::<Vec<_>>().join(", ")),
                };
                Problem::with(&format!("{path}[{place}]"), format!("there is no character `{name}`; {mend}"))
            })
            .chain(twice)
            .collect()
    }
}
