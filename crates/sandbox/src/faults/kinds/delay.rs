//! A slow network: the request takes longer to arrive, or its reply to come back.

use axum::{extract::Request, response::Response};
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use crate::faults::{dice::Dice, rest::Rest, span::Span};

/// How much longer each way takes. A client that gives up while its request is on the way has not been heard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Delay {
    /// The way to the game.
    #[serde(skip_serializing_if = "Span::is_nothing")]
    pub(crate) request_ms: Span,
    /// The way back.
    #[serde(skip_serializing_if = "Span::is_nothing")]
    pub(crate) reply_ms: Span,
}

impl Delay {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest, mut dice: Dice) -> Response {
        sleep(self.request_ms.wait(&mut dice)).await;
        let response = rest.run(request).await;
        sleep(self.reply_ms.wait(&mut dice)).await;
        response
    }
}
