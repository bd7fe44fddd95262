//! `/api/v1/characters/{name}/ledger`: where a character's time goes.
#![expect(unused_qualifications, reason = "the macro that describes the route spells parameters out")]

use actors::ledger::LedgerView;
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Dashboard,
    characters::Known,
    errors::{ApiError, ErrorEnvelope, last_cause},
};

/// Most hours that are told.
const MOST: u32 = 48;
/// Hours that are told when nothing else is asked for.
const DEFAULT: u32 = 24;

/// Which hours.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct LedgerQuery {
    /// How many of the last hours, the present one included: 1 to 48.
    #[param(value_type = Option<u32>)]
    hours: Option<String>,
}

/// Where a character's time goes: each moment of the last hours is in exactly one account.
#[utoipa::path(get, path = "/api/v1/characters/{name}/ledger", operation_id = "show_ledger",
    params(("name" = String, Path), LedgerQuery),
    responses((status = 200, body = LedgerView), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
    query: Result<Query<LedgerQuery>, QueryRejection>,
) -> Result<Json<LedgerView>, ApiError> {
    let Query(query) = query.map_err(|rejection| ApiError::invalid(last_cause(&rejection)))?;
    let hours = query.hours.map_or(Ok(DEFAULT), |text| read_hours(&text))?;
    let view = dashboard.company.ledgers().view(&name, hours);
    view.map(Json).ok_or_else(|| {
        let words = format!("{name} does not play yet; ask again in a moment");
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "not_read_yet", words)
    })
}

fn read_hours(text: &str) -> Result<u32, ApiError> {
    let hours = text.parse().ok().filter(|hours| (1..=MOST).contains(hours));
    hours.ok_or_else(|| {
        ApiError::invalid(format!("`hours` is {text}: it must be a whole number from 1 to {MOST}"))
    })
}
