//! Pages of history: which one is asked for.

use axum::extract::{Query, rejection::QueryRejection};
use game::CharacterName;
use serde::Deserialize;
use store::PageRequest;
use utoipa::IntoParams;

use super::{
    characters::nobody,
    errors::{ApiError, last_cause},
};

/// Most entries of one page.
const LIMIT: u32 = 500;
/// Entries of a page when nothing else is asked for.
const DEFAULT: u32 = 50;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// Only this character's.
    character: Option<String>,
    /// How many, 1 to 500.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// Where the page before ended: its `next_cursor`.
    cursor: Option<String>,
}

/// Whose entries, and which page of them.
pub(super) fn read(
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Result<(Option<CharacterName>, PageRequest), ApiError> {
    let Query(query) = query.map_err(|rejection| ApiError::invalid(last_cause(&rejection)))?;
    let limit = read_limit(query.limit)?;
    let before = query.cursor.map(|cursor| cursor.parse()).transpose();
    let before = before.map_err(|error: store::InvalidCursor| ApiError::invalid(error.to_string()))?;
    let character = query.character.map(|name| name.parse().map_err(|_| nobody(&name))).transpose()?;
    Ok((character, PageRequest { limit, before }))
}

/// How many entries a page is to have.
pub(super) fn read_limit(text: Option<String>) -> Result<u32, ApiError> {
    let Some(text) = text else { return Ok(DEFAULT) };
    let limit = text.parse().ok().filter(|limit| (1..=LIMIT).contains(limit));
    limit.ok_or_else(|| {
        ApiError::invalid(format!("`limit` is {text}: it must be a whole number from 1 to {LIMIT}"))
    })
}
