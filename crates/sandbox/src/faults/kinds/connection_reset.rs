//! A connection that is reset before anything is carried out.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use crate::faults::line::Line;

/// The client's system reports `connection reset by peer`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConnectionReset {}

impl ConnectionReset {
    pub(in crate::faults) fn meet(&self, line: &Line) -> Response {
        line.lose(true)
    }
}
