//! What a person may ask of a character, and the answers.

use journal::Run;
use planner::Mind;
use ractor::RpcReplyPort;
use uuid::Uuid;

/// A person's wish; it is granted between two actions.
pub(super) enum Control {
    /// Start an automation.
    Start(Box<NewJob>, RpcReplyPort<Result<Run, ControlError>>),
    /// Stop the automation.
    Stop(RpcReplyPort<Result<Run, ControlError>>),
}

/// What a character is told to do.
pub struct NewJob {
    /// The strategy with its configuration.
    pub mind: Mind,
    /// The saved configuration it comes from, if any.
    pub config_id: Option<Uuid>,
}

/// Why a wish was not granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// There is nothing to stop.
    #[error("no automation is running")]
    NothingRuns,
}
