//! Where a goal stands. It is here because the journal and the database both write it down, and neither knows the other.

use serde::{Deserialize, Serialize};

/// What tasks that were completed for a goal are counted under, beside the codes of monsters, which have no space.
pub const TASKS_COMPLETED: &str = "tasks completed";

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// Still to be reached.
    Open,
    /// Reached. It stays so, whatever becomes of what was gained.
    Reached,
    /// Taken back by a person.
    Deleted,
}

/// A status that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no status of a goal")]
pub struct UnknownGoalStatus(String);

impl GoalStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Open, Self::Reached, Self::Deleted];

    /// The status as journal and database spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reached => "reached",
            Self::Deleted => "deleted",
        }
    }
}

impl TryFrom<String> for GoalStatus {
    type Error = UnknownGoalStatus;
    fn try_from(text: String) -> Result<Self, UnknownGoalStatus> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == text);
        known.ok_or(UnknownGoalStatus(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_spelt_alike_everywhere() {
        for status in GoalStatus::ALL {
            let spelt = status.as_str();
            assert_eq!(serde_json::to_value(status).unwrap(), spelt);
            assert_eq!(GoalStatus::try_from(spelt.to_owned()), Ok(status));
        }
        assert!(GoalStatus::try_from("dreamt".to_owned()).is_err());
    }
}
