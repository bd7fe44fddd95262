//! A JSON body of a response.
//!
//! Not axum's own: writing is most of what an answer costs, and sonic-rs is faster than serde_json.

use axum::response::{IntoResponse, Response};
use http::header;
use serde::Serialize;

use super::ApiError;

/// Bytes of a usual answer: a character is the most of it.
const USUAL_BYTES: usize = 8 << 10;

/// Something to answer with, in JSON.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        let mut bytes = Vec::with_capacity(USUAL_BYTES);
        match sonic_rs::to_writer(&mut bytes, &self.0) {
            Ok(()) => ([(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
            Err(_) => ApiError::of(500).into_response(),
        }
    }
}
