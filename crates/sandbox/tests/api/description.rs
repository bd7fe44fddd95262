//! The description that the sandbox serves of itself, for programs and for people.

use axum::body;
use http::Request;
use serde_json::Value;
use tower::ServiceExt;

use crate::support::Server;

#[tokio::test]
async fn every_reference_of_the_description_leads_somewhere() {
    let document = Server::start().get("/openapi.json").await.body;
    assert_eq!(document["openapi"], "3.1.0");
    let mut open = vec![&document];
    let mut references = 0;
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                    assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
                    references += 1;
                }
                open.extend(fields.values());
            }
            Value::Array(entries) => open.extend(entries),
            _ => {}
        }
    }
    assert!(references > 500, "only {references}");
}

#[tokio::test]
async fn every_operation_has_a_name_of_its_own() {
    let document = Server::start().get("/openapi.json").await.body;
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.values().flat_map(|methods| methods.as_object().unwrap().values());
    let mut ids: Vec<_> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(all > 110, "only {all}");
}

#[tokio::test]
async fn the_page_names_every_path_and_needs_nothing_from_elsewhere() {
    let server = Server::start();
    let document = server.get("/openapi.json").await.body;
    let answer = server
        .sandbox
        .router()
        .oneshot(Request::get("/docs").body(body::Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
    let page = body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let page = String::from_utf8(page.to_vec()).unwrap();
    for path in document["paths"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("<code>{path}</code>")), "{path}");
    }
    for loaded in ["src=", "@import", "http://", "https://", "<script"] {
        assert!(!page.contains(loaded), "the page has `{loaded}`");
    }
}
