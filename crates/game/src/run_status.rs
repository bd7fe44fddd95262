//! Where a run stands: a strategy at work for one character. It is here because the journal and the database both write
//! it down, and neither knows the other.

use serde::{Deserialize, Serialize};

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// At work.
    Running,
    /// Told to stop by a person; what is carried goes to the bank first.
    WindingDown,
    /// Held by a person.
    Paused,
    /// Set aside while a person plays the character by hand.
    TakenOver,
    /// Ended by a person.
    Stopped,
    /// Reached what it was for.
    Done,
    /// Cannot go on until something changes.
    Blocked,
    /// Ended by an error.
    Failed,
}

/// A status that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no status of a run")]
pub struct UnknownRunStatus(String);

impl RunStatus {
    /// Every status.
    pub const ALL: [Self; 8] = [
        Self::Running,
        Self::WindingDown,
        Self::Paused,
        Self::TakenOver,
        Self::Stopped,
        Self::Done,
        Self::Blocked,
        Self::Failed,
    ];

    /// Whether a restart has to take the run up again.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Running | Self::WindingDown | Self::Paused | Self::TakenOver | Self::Blocked)
    }

    /// Whether the run decides what its character does: nobody holds it, and it has not ended.
    #[must_use]
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Running | Self::WindingDown | Self::Blocked)
    }

    /// The status as journal and database spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::WindingDown => "winding_down",
            Self::Paused => "paused",
            Self::TakenOver => "taken_over",
            Self::Stopped => "stopped",
            Self::Done => "done",
            Self::Blocked => "blocked",
            Self::Failed => "failed",
        }
    }
}

impl TryFrom<String> for RunStatus {
    type Error = UnknownRunStatus;
    fn try_from(text: String) -> Result<Self, UnknownRunStatus> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == text);
        known.ok_or(UnknownRunStatus(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_spelt_alike_everywhere() {
        for status in RunStatus::ALL {
            let spelt = status.as_str();
            assert_eq!(serde_json::to_value(status).unwrap(), spelt);
            assert_eq!(RunStatus::try_from(spelt.to_owned()), Ok(status));
        }
        assert!(RunStatus::try_from("asleep".to_owned()).is_err());
    }
}
