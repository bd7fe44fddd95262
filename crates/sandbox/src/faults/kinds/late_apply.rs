//! A request that is carried out when its client has given up long ago: the connection is gone, and what it asked for
//! happens later.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use crate::{
    faults::{dice::Dice, rest::Rest, span::Span},
    request::{ApiError, MOST_BYTES},
};

/// The connection closes without a reply, and the request is carried out later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LateApply {
    /// How long after its arrival it is carried out: 5 seconds unless it is named.
    pub(crate) after_ms: Span,
    /// How long the connection stays open and silent. Longer than the client waits, and it is the client who gives up.
    #[serde(skip_serializing_if = "Span::is_nothing")]
    pub(crate) hang_ms: Span,
}

impl Default for LateApply {
    fn default() -> Self {
        Self { after_ms: Span::of(5_000), hang_ms: Span::default() }
    }
}

impl LateApply {
    pub(in crate::faults) async fn meet(&self, request: Request, rest: Rest, mut dice: Dice) -> Response {
        // The body comes over the connection that is about to go.
        let (parts, body) = request.into_parts();
        let Ok(body) = to_bytes(body, MOST_BYTES).await else {
            return ApiError::of(StatusCode::PAYLOAD_TOO_LARGE.as_u16()).into_response();
        };
        let request = Request::from_parts(parts, Body::from(body));
        let (after, hang) = (self.after_ms.wait(&mut dice), self.hang_ms.wait(&mut dice));
        let line = rest.line.clone();
        #[expect(
            clippy::disallowed_methods,
            reason = "what is on its way outlives the connection it came over"
        )]
        tokio::spawn(async move {
            sleep(after).await;
            rest.run(request).await
        });
        sleep(hang).await;
        line.lose(false)
    }
}
