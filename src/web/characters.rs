//! `/api/v1/characters`: what everybody does, and why.

use actors::board::CharacterView;
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::request::Parts,
};
use game::CharacterName;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
};

/// Every character.
#[derive(Serialize, ToSchema)]
pub(super) struct CharacterList {
    /// By name.
    data: Vec<CharacterView>,
}

/// Every character: its sheet, what it does and why.
#[utoipa::path(get, path = "/api/v1/characters", operation_id = "list_characters",
    responses((status = 200, body = CharacterList)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Json<CharacterList> {
    Json(CharacterList { data: dashboard.company.board().characters() })
}

/// One character.
#[utoipa::path(get, path = "/api/v1/characters/{name}", operation_id = "show_character",
    params(("name" = String, Path)),
    responses((status = 200, body = CharacterView), (status = 404, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<CharacterView>, ApiError> {
    let view = dashboard.company.board().character(&name);
    view.map(Json).ok_or_else(|| nobody(name.as_str()))
}

/// The `{name}` in a path, of a character that is there. It is looked at before the body: of somebody who is not there
/// nothing else matters.
pub(super) struct Known(pub(super) CharacterName);

impl FromRequestParts<Dashboard> for Known {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, dashboard: &Dashboard) -> Result<Self, ApiError> {
        let Ok(Path(name)) = Path::<String>::from_request_parts(parts, dashboard).await else {
            return Err(nobody(parts.uri.path()));
        };
        let known = name.parse().ok().filter(|name| dashboard.company.board().character(name).is_some());
        known.map(Self).ok_or_else(|| nobody(&name))
    }
}

/// The answer when nobody has this name.
pub(super) fn nobody(name: &str) -> ApiError {
    ApiError::not_found(format!("there is no character `{name}`"))
}
