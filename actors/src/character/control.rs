//! What a person may ask of a character, and the answers.

use journal::Run;
use planner::Mind;
use ractor::RpcReplyPort;

/// A person's wish; it is granted between two actions.
pub(super) enum Control {
    /// Start an automation.
    Start(Box<Mind>, RpcReplyPort<Result<Run, ControlError>>),
    /// Stop the automation.
    Stop(RpcReplyPort<Result<Run, ControlError>>),
}

/// Why a wish was not granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// There is nothing to stop.
    #[error("no automation is running")]
    NothingRuns,
}
