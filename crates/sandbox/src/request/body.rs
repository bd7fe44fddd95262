//! A JSON body in the shape of a wire struct; anything else is a 422 that names the field.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;

use super::{ApiError, Problems};

/// The body of a request. An empty body is `null`, which only an optional body takes.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| problem("body", rejection.body_text()))?;
        let text = if bytes.is_empty() { &b"null"[..] } else { &bytes };
        let mut json = serde_json::Deserializer::from_slice(text);
        let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            let error = error.into_inner();
            let field = if error.is_data() { field(&path, &error.to_string()) } else { "body".to_owned() };
            problem(&field, error.to_string())
        })?;
        json.end().map_err(|error| problem("body", error.to_string()))?;
        Ok(Self(value))
    }
}

fn problem(field: &str, message: String) -> ApiError {
    let mut problems = Problems::default();
    problems.add(field, message);
    problems.into()
}

/// The field as the API names it: `0.code` for the first entry of a list, `body` for the whole. A missing field is
/// named by the message alone.
fn field(path: &str, message: &str) -> String {
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let path = path.replace('[', ".").replace(']', "");
    match (path.trim_matches('.'), missing) {
        ("", None) => "body".to_owned(),
        ("", Some(field)) => field.to_owned(),
        (path, None) => path.to_owned(),
        (path, Some(field)) => format!("{path}.{field}"),
    }
}
