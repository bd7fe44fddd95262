//! `/api/v1/characters`: what everybody does, and why.

use actors::board::CharacterView;
use axum::{
    Json,
    extract::{Path, State},
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
    Path(name): Path<String>,
) -> Result<Json<CharacterView>, ApiError> {
    let name = known(&name)?;
    let view = dashboard.company.board().character(&name);
    view.map(Json).ok_or_else(|| ApiError::not_found(format!("there is no character `{name}`")))
}

/// A name as it stands in a path: one that no character can have is one that nobody has.
pub(super) fn known(name: &str) -> Result<CharacterName, ApiError> {
    name.parse().map_err(|_| ApiError::not_found(format!("there is no character `{name}`")))
}
