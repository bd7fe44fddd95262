//! A request that never arrives.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use crate::faults::{dice::Dice, line::Line, span::Span};

/// Nothing is carried out, and the connection closes without a reply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RequestLost {
    /// How long the connection stays open and silent before. Longer than the client waits, and it is the client who
    /// gives up.
    #[serde(skip_serializing_if = "Span::is_nothing")]
    pub(crate) hang_ms: Span,
}

impl RequestLost {
    pub(in crate::faults) async fn meet(&self, line: &Line, mut dice: Dice) -> Response {
        sleep(self.hang_ms.wait(&mut dice)).await;
        line.lose(false)
    }
}
