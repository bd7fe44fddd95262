//! Maintenance: the game restarts every day about midnight and answers everything with a 5xx meanwhile (RULES §4).

use axum::response::Response;
use serde::{Deserialize, Serialize};

use crate::faults::answer::ErrorAnswer;

/// Nobody is served, and every open socket is closed. Give it a time with `when`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Maintenance(ErrorAnswer);

impl Maintenance {
    pub(in crate::faults) fn meet(&self) -> Response {
        self.0.respond()
    }
}
