//! What can go wrong with a call, split by what the caller does about it, and what can be wrong before the first one.

use std::time::Duration;

use game::Refusal;
use http::StatusCode;

use crate::{decode::DecodeError, port::TransportError};

/// Why a call has no value. No message ever holds the token.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CallError {
    /// 499: nothing happened; ask again when the cooldown is over (RULES §4).
    #[error("the character is on cooldown for another {:.2} s", remaining.as_secs_f64())]
    OnCooldown {
        /// How long it still runs, by the server's clock.
        remaining: Duration,
    },
    /// The game said no and did nothing: a fact to plan around (RULES §14).
    #[error("the game refused the request")]
    Refused(#[source] Refusal),
    /// 429: nothing happened; the budget of this IP is used up (RULES §3).
    #[error("the server's rate limit is reached")]
    RateLimited {
        /// How long the server asks to wait, when it says so.
        retry_after: Option<Duration>,
    },
    /// 452, 453 or 454: no call of this account will work until its token is replaced (RULES §2).
    #[error("the account's token was rejected")]
    TokenRejected(#[source] Refusal),
    /// Nothing reached the server.
    #[error("nothing was sent: {0}")]
    NotSent(String),
    /// The request may have been carried out or not.
    #[error("what became of the request is unknown")]
    Ambiguous(#[source] Ambiguity),
    /// The game's own 5xx. The rules do not say whether anything was done before it failed, so it may have been.
    #[error("the server failed while it handled the request")]
    ServerError(#[source] Refusal),
}

/// Why nobody knows whether a request was carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Ambiguity {
    /// A timeout, or a connection that broke after the request was on its way.
    #[error("the reply was lost: {0}")]
    Lost(String),
    /// Something before the game answered: a proxy, a maintenance page, or the wrong address.
    #[error("the server answered {status} without the game's error body")]
    NotTheGame {
        /// The HTTP status of that answer.
        status: StatusCode,
    },
    /// A success whose body makes no sense to this program: the action was applied.
    #[error("the request succeeded, but its reply cannot be read")]
    Unreadable(#[source] DecodeError),
}

impl CallError {
    /// Whether the same request, sent again later, may well succeed. Enough to repeat a read; before a repeated action
    /// see [`may_have_been_applied`](Self::may_have_been_applied).
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::OnCooldown { .. } | Self::RateLimited { .. } | Self::NotSent(_) | Self::ServerError(_) => {
                true
            }
            // A reply of the wrong shape will have the wrong shape again; a page of text goes away.
            Self::Ambiguous(Ambiguity::Unreadable(DecodeError::Field { .. })) => false,
            Self::Ambiguous(_) => true,
            Self::Refused(_) | Self::TokenRejected(_) => false,
        }
    }

    /// Whether an action that ended so has to be looked up before it is sent again.
    #[must_use]
    pub fn may_have_been_applied(&self) -> bool {
        matches!(self, Self::Ambiguous(_) | Self::ServerError(_))
    }
}

impl From<TransportError> for CallError {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::NotSent(reason) => Self::NotSent(reason),
            TransportError::Ambiguous(reason) => Self::Ambiguous(Ambiguity::Lost(reason)),
        }
    }
}

impl From<DecodeError> for CallError {
    fn from(error: DecodeError) -> Self {
        Self::Ambiguous(Ambiguity::Unreadable(error))
    }
}

/// Why a client could not be set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// The server's address cannot be called.
    #[error("`{0}` is not an http or https address of a server")]
    InvalidBaseUrl(url::Url),
    /// The token, which is not repeated here, cannot be sent.
    #[error("the token is empty or has characters that a token never has")]
    InvalidToken,
    /// The HTTP client cannot be built, for instance because the system has no root certificates.
    #[error("the HTTP client cannot be built: {0}")]
    HttpClient(String),
}

#[cfg(test)]
mod tests {
    use game::RefusalCode;

    use super::*;

    fn refusal() -> Refusal {
        Refusal::new(RefusalCode::Other(500), "oops")
    }

    #[test]
    fn tells_what_may_be_repeated_from_what_must_be_looked_up() {
        let unreadable = DecodeError::Field { field: "data.xp".into(), problem: "is a word".into() };
        let page = Ambiguity::NotTheGame { status: StatusCode::BAD_GATEWAY };
        for (error, transient, applied) in [
            (CallError::OnCooldown { remaining: Duration::from_secs(3) }, true, false),
            (CallError::Refused(refusal()), false, false),
            (CallError::RateLimited { retry_after: None }, true, false),
            (CallError::TokenRejected(refusal()), false, false),
            (CallError::NotSent("refused".into()), true, false),
            (CallError::Ambiguous(Ambiguity::Lost("timeout".into())), true, true),
            (CallError::Ambiguous(page), true, true),
            (DecodeError::NotJson("<html>".into()).into(), true, true),
            (unreadable.into(), false, true),
            (CallError::ServerError(refusal()), true, true),
        ] {
            assert_eq!(
                (error.is_transient(), error.may_have_been_applied()),
                (transient, applied),
                "{error:?}"
            );
        }
    }
}
