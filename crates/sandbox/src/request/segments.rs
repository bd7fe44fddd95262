//! The variable parts of a path; one that cannot be read is a 422 that names it.

use axum::extract::{FromRequestParts, Path, RawPathParams, path::ErrorKind, rejection::PathRejection};
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::{ApiError, Problems};
use crate::api::parameters;

/// The variable parts of a path.
pub(crate) struct Segments<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Segments<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        if let Ok(raw) = RawPathParams::from_request_parts(parts, state).await {
            Problems::check(|problems| {
                let texts = raw.iter().filter(|(name, _)| parameters::is_text(name));
                for (name, _) in texts.filter(|(_, text)| !parameters::is_code(text)) {
                    problems.add(name, "Input should be letters, digits, `_` or `-`.");
                }
                Some(())
            })?;
        }
        match Path::from_request_parts(parts, state).await {
            Ok(Path(segments)) => Ok(Self(segments)),
            Err(rejection) => Err(refused(&rejection)),
        }
    }
}

fn refused(rejection: &PathRejection) -> ApiError {
    let mut field = "path";
    if let PathRejection::FailedToDeserializePathParams(error) = rejection {
        match error.kind() {
            // A number that nothing here has: it is well-formed.
            ErrorKind::ParseErrorAtKey { value, .. } if is_whole(value) => return ApiError::of(404),
            ErrorKind::ParseErrorAtKey { key, .. }
            | ErrorKind::InvalidUtf8InPathParam { key }
            | ErrorKind::DeserializeError { key, .. } => field = key,
            _ => {}
        }
    }
    let mut problems = Problems::default();
    problems.add(field, rejection.body_text());
    problems.into()
}

fn is_whole(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
