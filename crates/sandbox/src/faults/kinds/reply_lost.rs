//! A reply that never arrives: the request was carried out, and nobody says so.

use axum::{extract::Request, response::Response};
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use crate::faults::{dice::Dice, rest::Rest, span::Span};

/// The request is carried out, and the connection closes without a reply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ReplyLost {
    /// How long the connection stays open and silent before. Longer than the client waits, and it is the client who
    /// gives up.
    #[serde(skip_serializing_if = "Span::is_nothing")]
    pub(crate) hang_ms: Span,
}

impl ReplyLost {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest, mut dice: Dice) -> Response {
        let line = rest.line.clone();
        rest.run(request).await;
        sleep(self.hang_ms.wait(&mut dice)).await;
        line.lose(false)
    }
}
