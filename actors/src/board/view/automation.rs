//! What a character was told to do, as the dashboard shows it.

use jiff::Timestamp;
use journal::RunStatus;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a character was told to do, and how that goes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AutomationView {
    /// The run's id.
    pub run_id: Uuid,
    /// Name of the strategy.
    pub strategy: String,
    /// Its configuration, defaults included.
    #[schema(value_type = Object)]
    pub config: serde_json::Value,
    /// Where it stands.
    pub status: AutomationStatus,
    /// Why it is in that status.
    pub reason: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// What it remembers: loops done, things gained.
    #[schema(value_type = Object)]
    pub memory: serde_json::Value,
}

/// Where an automation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutomationStatus {
    /// At work.
    Running,
    /// Held by a person.
    Paused,
    /// Ended by a person.
    Stopped,
    /// Reached what it was for.
    Done,
    /// Cannot go on until something changes.
    Blocked,
    /// Ended by an error.
    Failed,
}

impl From<RunStatus> for AutomationStatus {
    fn from(status: RunStatus) -> Self {
        match status {
            RunStatus::Running => Self::Running,
            RunStatus::Paused => Self::Paused,
            RunStatus::Stopped => Self::Stopped,
            RunStatus::Done => Self::Done,
            RunStatus::Blocked => Self::Blocked,
            RunStatus::Failed => Self::Failed,
        }
    }
}

impl From<&journal::Run> for AutomationView {
    fn from(run: &journal::Run) -> Self {
        Self {
            run_id: run.id,
            strategy: run.strategy.clone(),
            config: run.config.clone(),
            status: run.status.into(),
            reason: run.reason.clone(),
            started_at: run.started_at,
            memory: run.memory.clone(),
        }
    }
}
