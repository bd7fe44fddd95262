//! The way to the game without a network: the sandbox's own router, called in this process, behind a [`FaultPlan`].
//!
//! Decoding, statuses, limits and retries are the production code on both sides; only the wire is missing. Requests
//! of different characters never arrive within the same millisecond, nor do their replies: what happens first in the
//! game is then a matter of the plan alone, and not of which thread was quicker.

use std::{pin::Pin, time::Duration};

use api_client::{GameHttp, TransportError};
use axum::body::Body;
use bytes::Bytes;
use game::CharacterName;
use http::{HeaderValue, Request, Response, header};
use tower::ServiceExt;

use super::{
    fault::{Answer, CLIENT_TIMEOUT, Fault},
    faults::{FaultPlan, Journey},
    game_router::Game,
    world_clock::WorldClock,
};

/// Longest body that is read: the season's maps are the longest.
const LONGEST_BODY: usize = 64 << 20;

/// Carries requests to the game's router.
#[derive(Clone)]
pub(super) struct RouterHttp {
    pub(super) game: Game,
    pub(super) plan: FaultPlan,
    pub(super) clock: WorldClock,
    /// Each has a millisecond of its own; what concerns no character has that of number 0.
    pub(super) characters: Vec<CharacterName>,
}

impl GameHttp for RouterHttp {
    fn call(
        &self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send + '_>> {
        Box::pin(self.travel(request))
    }
}

impl RouterHttp {
    async fn travel(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let Journey { there, back, fault } = self.plan.journey(request.uri().path());
        let digit = self.digit(request.uri().path());
        match fault {
            Some(Fault::Panic) => panic!("the HTTP client was told to fall"),
            Some(Fault::RequestLost) => return Err(self.time_out(digit).await),
            Some(Fault::Late(span)) => return Err(self.deliver_late(request, digit, span).await),
            Some(Fault::SlowRequest(span)) => tokio::time::sleep(span).await,
            _ => {}
        }
        self.clock.sleep_until_digit(there, digit).await;
        let response = match fault {
            Some(Fault::NotSent) => return Err(TransportError::NotSent("connection refused".to_owned())),
            Some(Fault::Answered(answer)) => written(answer),
            _ => self.deliver(request).await,
        };
        match fault {
            Some(Fault::ReplyLost) => return Err(self.time_out(digit).await),
            Some(Fault::ReplyCut) => {
                self.clock.sleep_until_digit(back, digit).await;
                return Err(TransportError::Ambiguous("connection reset by peer".to_owned()));
            }
            Some(Fault::SlowReply(span)) => tokio::time::sleep(span).await,
            _ => {}
        }
        self.clock.sleep_until_digit(back, digit).await;
        Ok(response)
    }

    async fn deliver(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (parts, body) = self.call_router(request).await.into_parts();
        let body = axum::body::to_bytes(body, LONGEST_BODY).await;
        Response::from_parts(parts, body.expect("the router's bodies are in memory"))
    }

    async fn call_router(&self, request: Request<Bytes>) -> Response<Body> {
        let answered = self.game.router().oneshot(request.map(Body::from)).await;
        answered.unwrap_or_else(|never| match never {})
    }

    async fn time_out(&self, digit: u64) -> TransportError {
        self.clock.sleep_until_digit(CLIENT_TIMEOUT, digit).await;
        TransportError::Ambiguous("operation timed out".to_owned())
    }

    /// The request arrives when its client has given up long ago.
    async fn deliver_late(&self, request: Request<Bytes>, digit: u64, span: Duration) -> TransportError {
        let late = self.clone();
        #[expect(clippy::disallowed_methods, reason = "the network outlives whoever uses it")]
        tokio::spawn(async move {
            late.clock.sleep_until_digit(CLIENT_TIMEOUT + span, digit).await;
            late.deliver(request).await
        });
        self.time_out(digit).await
    }

    fn digit(&self, path: &str) -> u64 {
        let own = |name: &CharacterName| path.split('/').any(|part| part == name.as_str());
        self.characters.iter().position(own).map_or(0, |place| place as u64 + 1)
    }
}

fn written(answer: Answer) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(answer.body.as_bytes()));
    *response.status_mut() = answer.status.try_into().expect("a fault's status is one");
    if let Some(seconds) = answer.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
