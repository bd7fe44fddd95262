//! A 5xx before anything is carried out.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use crate::faults::answer::ErrorAnswer;

/// Something in front of the game answers in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct ErrorBefore(ErrorAnswer);

impl ErrorBefore {
    pub(in crate::faults) fn meet(&self) -> Response {
        self.0.respond()
    }
}
