//! From status and body to what the game meant (RULES §1, §14).
//!
//! The game's codes are HTTP statuses of its own making, up to 598: a 5xx is a refusal unless it is one of HTTP's.

use api_types::{ErrorBody, ErrorDetail};
use bytes::Bytes;
use game::{Refusal, RefusalCode};
use http::StatusCode;
use serde_json::Value;

use crate::{
    cooldown,
    error::{Ambiguity, CallError},
    rate_headers::retry_after,
};

/// The body of a success, or what the answer means instead.
pub(crate) fn success_body(response: http::Response<Bytes>) -> Result<Bytes, CallError> {
    let status = response.status();
    if status.is_success() {
        return Ok(response.into_body());
    }
    // A proxy before the game limits as well and has no body of the game: both mean the same.
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Err(CallError::RateLimited { retry_after: retry_after(response.headers()) });
    }
    Err(match serde_json::from_slice::<ErrorBody>(response.body()) {
        Ok(body) => by_code(status, body.error),
        Err(_) => CallError::Ambiguous(Ambiguity::NotTheGame { status }),
    })
}

fn by_code(status: StatusCode, error: ErrorDetail) -> CallError {
    match error.code {
        429 => CallError::RateLimited { retry_after: None },
        452..=454 => CallError::TokenRejected(refusal(error)),
        499 => CallError::OnCooldown { remaining: cooldown::remaining(&error) },
        // HTTP's own 5xx end at 511; the game's begin at 550.
        500..=549 => CallError::ServerError(refusal(error)),
        400..=499 | 550.. => CallError::Refused(refusal(error)),
        0..=399 => CallError::Ambiguous(Ambiguity::NotTheGame { status }),
    }
}

fn refusal(error: ErrorDetail) -> Refusal {
    let code = RefusalCode::from(error.code);
    match error.data {
        // Only the details of a 422 say which field was wrong (RULES §1).
        Some(Value::Object(fields)) if code == RefusalCode::InvalidPayload && !fields.is_empty() => {
            let details: Vec<_> =
                fields.iter().map(|(field, problem)| format!("{field}: {problem}")).collect();
            Refusal::new(code, format!("{} {}", error.message, details.join("; ")))
        }
        _ => Refusal::new(code, error.message),
    }
}
