//! The OpenAPI document: `GET /openapi.json`.

use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use http::header;
use serde_json::{Value, json};
use utoipa::openapi::{
    Components as SchemaMap, Content, HttpMethod, InfoBuilder, OpenApi, OpenApiBuilder, PathItem,
    PathsBuilder, RefOr, Required, ResponseBuilder, Schema, SecurityRequirement,
    path::{Operation as Described, OperationBuilder},
    request_body::{RequestBody, RequestBodyBuilder},
    security::{Http, HttpAuthScheme, SecurityScheme},
};

use super::{
    Operation,
    components::{self, Components},
    parameters,
};
use crate::{request::usual_message, routes};

/// The version of the game's own description that this one follows.
const VERSION: &str = "8.1.0";
const JSON: &str = "application/json";
const ABOUT: &str = "The API of Artifacts MMO, spoken by a sandbox: a server with a world of its own, for bots to be \
                     tried out on. Nothing here costs money.";

/// A route with its description.
pub(super) struct Entry {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) tag: &'static str,
    pub(super) operation: Operation,
}

/// All routes together, made once: no two servers serve different ones.
pub(super) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::to_value(document(routes::api().into_entries())).expect("a description is plain JSON")
});

/// `GET /openapi.json`.
pub(super) async fn json() -> Response {
    ([(header::CONTENT_TYPE, JSON)], DOCUMENT.to_string()).into_response()
}

fn document(entries: Vec<Entry>) -> OpenApi {
    let mut components = Components::default();
    let error = components::reference::<api_types::ErrorBody>(&mut components);
    let mut paths = PathsBuilder::new();
    for entry in entries {
        let method = if entry.method == "get" { HttpMethod::Get } else { HttpMethod::Post };
        paths = paths.path(entry.path, PathItem::new(method, operation(&entry, &mut components, &error)));
    }
    let mut schemas = SchemaMap::new();
    schemas.schemas.extend(components.0);
    for (name, scheme) in [("JWTBearer", HttpAuthScheme::Bearer), ("HTTPBasic", HttpAuthScheme::Basic)] {
        schemas.add_security_scheme(name, SecurityScheme::Http(Http::new(scheme)));
    }
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Artifacts API, sandbox")
                .version(VERSION)
                .description(Some(ABOUT))
                .build(),
        )
        .paths(paths.build())
        .components(Some(schemas))
        .build()
}

fn operation(entry: &Entry, components: &mut Components, error: &RefOr<Schema>) -> Described {
    let Entry { method, path, tag, operation } = entry;
    let answer = (operation.answer)(components);
    let mut described = OperationBuilder::new()
        .tag(*tag)
        .summary(Some(operation.summary))
        .operation_id(Some(id(method, path)))
        .parameters(Some(parameters::of_path(path).into_iter().chain(operation.query())))
        .request_body(operation.body.map(|(shape, required)| body(shape(components), required)))
        .response("200", response("Success.", answer, None));
    if let Some(scheme) = operation.security {
        described = described.security(SecurityRequirement::new(scheme, [""; 0]));
    }
    // Whatever is sent can be malformed; the game's own description says so of what changes something.
    let malformed = (*method == "post").then_some(422);
    for code in operation.refusals.iter().copied().chain(malformed) {
        let text = usual_message(code);
        let example = json!({ "error": { "code": code, "message": text } });
        described = described.response(code.to_string(), response(text, error.clone(), Some(example)));
    }
    described.build()
}

fn body(schema: RefOr<Schema>, required: bool) -> RequestBody {
    let required = if required { Required::True } else { Required::False };
    RequestBodyBuilder::new().content(JSON, Content::new(Some(schema))).required(Some(required)).build()
}

fn response(text: &str, schema: RefOr<Schema>, example: Option<Value>) -> RefOr<utoipa::openapi::Response> {
    let mut content = Content::new(Some(schema));
    content.example = example;
    ResponseBuilder::new().description(text).content(JSON, content).build().into()
}

/// A name for the operation that no other has: `get_items_code`.
fn id(method: &str, path: &str) -> String {
    let words = path.split(['/', '{', '}', '_']).filter(|word| !word.is_empty());
    [method].into_iter().chain(words).collect::<Vec<_>>().join("_")
}
