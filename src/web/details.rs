//! `/api/v1/characters/{name}/details`: what the live view leaves out, for the page of one character.

use std::collections::BTreeMap;

use axum::{Json, extract::State, http::StatusCode};
use game::{MapId, stats::Element};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    bank::{self, BankView},
    characters::Known,
    errors::{ApiError, ErrorEnvelope},
};

/// What the live view of a character leaves out.
#[derive(Serialize, ToSchema)]
pub(super) struct DetailsView {
    /// The number of the tile it stands on.
    #[schema(value_type = u32)]
    map_id: MapId,
    /// What fights, gathers and drops depend on, by the game's codes; what is nought is left out.
    stats: BTreeMap<String, i64>,
    /// Its account's bank as far as it is known.
    #[schema(required)]
    bank: Option<BankView>,
}

/// What a character's live view leaves out: its stats, and its account's bank.
#[utoipa::path(get, path = "/api/v1/characters/{name}/details", operation_id = "show_details",
    params(("name" = String, Path)),
    responses((status = 200, body = DetailsView), (status = 404, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<DetailsView>, ApiError> {
    let board = dashboard.company.board();
    let scene = board.scene(&name).ok_or_else(|| {
        let words = format!("the game has not told yet how {name} is; ask again in a moment");
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unread", words)
    })?;
    let stats = &scene.character.stats;
    let single = [
        ("haste", stats.haste),
        ("critical_strike", stats.critical_strike),
        ("wisdom", stats.wisdom),
        ("prospecting", stats.prospecting),
        ("initiative", stats.initiative),
        ("threat", stats.threat),
        ("dmg", stats.dmg),
    ];
    let per_element = Element::ALL.into_iter().flat_map(|element| {
        let groups = [("attack", &stats.attack), ("dmg", &stats.dmg_element), ("res", &stats.res)];
        groups.map(|(group, values)| (format!("{group}_{}", element.as_str()), values[element]))
    });
    let all = single.map(|(code, value)| (code.to_owned(), value)).into_iter().chain(per_element);
    Ok(Json(DetailsView {
        map_id: scene.character.map_id,
        stats: all.filter(|(_, value)| *value != 0).collect(),
        bank: board.bank(&scene.character.account).map(|stock| bank::view(&stock, board)),
    }))
}
