//! What can go wrong with one request on its way to the game and back.

use std::time::Duration;

/// How long a client waits for a reply; the program's own limit.
pub const CLIENT_TIMEOUT: Duration = Duration::from_secs(20);

/// One thing that goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// There is no connection: nothing leaves.
    NotSent,
    /// The request gets lost; the client gives up after [`CLIENT_TIMEOUT`].
    RequestLost,
    /// The game carries the request out and its reply gets lost; the client gives up after [`CLIENT_TIMEOUT`].
    ReplyLost,
    /// The connection breaks after the game has carried the request out, and the client notices at once.
    ReplyCut,
    /// The game carries the request out so long after the client has given up.
    Late(Duration),
    /// The request takes so long to arrive, its reply does not.
    SlowRequest(Duration),
    /// The reply takes so long, the request does not.
    SlowReply(Duration),
    /// Something in front of the game answers in its place.
    Answered(Answer),
    /// The HTTP client panics.
    Panic,
}

/// An answer that does not come from the game.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: &'static str,
    /// Seconds of a `Retry-After` header.
    pub retry_after: Option<u32>,
}

impl Fault {
    /// A proxy's page while the game is down.
    pub const BAD_GATEWAY: Self = Self::Answered(Answer {
        status: 502,
        body: "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>",
        retry_after: None,
    });

    /// A failure in front of the game, with no word about it.
    pub const SERVER_ERROR: Self = Self::Answered(Answer { status: 500, body: "", retry_after: None });

    /// The game says that the account's token is no good (RULES §2).
    pub const TOKEN_REJECTED: Self = Self::Answered(Answer {
        status: 452,
        body: r#"{"error": {"code": 452, "message": "Failed to parse token. Token is invalid."}}"#,
        retry_after: None,
    });

    /// Somebody else behind the same address has used up the budget.
    #[must_use]
    pub const fn too_many_requests(retry_after: u32) -> Self {
        Self::Answered(Answer { status: 429, body: "", retry_after: Some(retry_after) })
    }
}
