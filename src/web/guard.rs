//! Keeps other sites' pages from using a visitor's browser against the dashboard.
//!
//! A request that changes something, or opens the live socket, must come from the dashboard's own page or from no page
//! at all: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; scripts send neither.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::errors::ApiError;

pub(super) async fn same_site(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let upgrade = request.headers().contains_key(header::UPGRADE);
    if (safe && !upgrade) || comes_from_here(request.headers()) {
        return next.run(request).await;
    }
    let message = "the request comes from another site's page";
    ApiError::new(StatusCode::FORBIDDEN, "cross_site", message).into_response()
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text("host")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_the_own_page_and_scripts_may_change_things() {
        for (pairs, allowed) in [
            (vec![], true),
            (vec![("sec-fetch-site", "same-origin")], true),
            (vec![("sec-fetch-site", "cross-site"), ("origin", "http://here"), ("host", "here")], false),
            (vec![("origin", "http://here:8080"), ("host", "here:8080")], true),
            (vec![("origin", "http://evil"), ("host", "here:8080")], false),
            (vec![("origin", "null"), ("host", "here:8080")], false),
        ] {
            assert_eq!(comes_from_here(&headers(&pairs)), allowed, "{pairs:?}");
        }
    }
}
