//! The dashboard's page, built into the program.

use axum::{
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use super::errors::ApiError;

/// The built frontend; a program that was built without it serves the API alone.
#[derive(RustEmbed)]
#[folder = "frontend/dist"]
#[allow_missing = true]
struct Frontend;

/// Files whose names change with their content may be kept for ever.
const HASHED: &str = "assets/";

pub(super) async fn serve(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") || path.starts_with("health/") {
        return ApiError::not_found(format!("there is nothing at {}", uri.path())).into_response();
    }
    if let Some(response) = file(path) {
        return response;
    }
    // Every other path is a page of the app, which finds its own way.
    file("index.html").unwrap_or_else(|| {
        let message = "this program was built without the dashboard's page: build the frontend first";
        ApiError::new(StatusCode::NOT_FOUND, "no_frontend", message).into_response()
    })
}

fn file(path: &str) -> Option<Response> {
    let file = Frontend::get(path)?;
    let cache = if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [
        (header::CONTENT_TYPE, file.metadata.mimetype().to_owned()),
        (header::CACHE_CONTROL, cache.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy().to_owned()),
    ];
    Some((headers, file.data).into_response())
}

/// Nothing from elsewhere: no scripts, no frames, no forms.
fn policy() -> &'static str {
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
     frame-ancestors 'none'; form-action 'self'"
}
