//! A 5xx after the request was carried out: the client sees a failure of something that has happened.

use axum::{extract::Request, response::Response};
use serde::{Deserialize, Serialize};

use crate::faults::{answer::ErrorAnswer, rest::Rest};

/// The game's own answer is thrown away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct ErrorAfter(ErrorAnswer);

impl ErrorAfter {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest) -> Response {
        rest.run(request).await;
        self.0.respond()
    }
}
