//! `/api/v1/strategies`: what a character can be told to do.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// Every strategy.
#[derive(Serialize, ToSchema)]
pub(super) struct StrategyList {
    data: Vec<Strategy>,
}

/// A strategy.
#[derive(Serialize, ToSchema)]
pub(super) struct Strategy {
    /// Its name in requests.
    name: &'static str,
    /// What it does, for people.
    description: &'static str,
    /// Its configuration with every default.
    #[schema(value_type = Object)]
    defaults: serde_json::Value,
    /// The JSON schema of its configuration: a title, a description and a default for each field, and `x-order`, the
    /// place at which it is best shown. A text with the format `item`, `monster` or `resource` is the code of one.
    #[schema(value_type = Object)]
    schema: serde_json::Value,
}

/// What a character can be told to do.
#[utoipa::path(get, path = "/api/v1/strategies", operation_id = "list_strategies",
    responses((status = 200, body = StrategyList)))]
pub(super) async fn list() -> Json<StrategyList> {
    let strategies = planner::strategies().map(|strategy| Strategy {
        name: strategy.name,
        description: strategy.about,
        defaults: strategy.defaults,
        schema: strategy.schema,
    });
    Json(StrategyList { data: strategies.collect() })
}
