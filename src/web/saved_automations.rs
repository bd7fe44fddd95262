//! `/api/v1/automations`: automations that a person has given a name, to start them again and again.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use jiff::Timestamp;
use planner::Mind;
use serde::{Deserialize, Serialize};
use store::Automation;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Dashboard,
    errors::{ApiError, Body, ErrorEnvelope},
};

/// Longest name, in characters.
const LONGEST: usize = 80;

/// A saved automation.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedAutomation {
    /// Its id.
    id: Uuid,
    /// What it is called.
    name: String,
    /// Name of the strategy.
    strategy: String,
    /// The strategy's configuration, defaults included.
    #[schema(value_type = Object)]
    config: serde_json::Value,
    /// When it was saved first.
    created_at: Timestamp,
    /// When it was saved last.
    updated_at: Timestamp,
}

/// Every saved automation.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedAutomationList {
    /// By name.
    data: Vec<SavedAutomation>,
}

/// What to save.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SaveRequest {
    /// What to call it: 1 to 80 characters.
    name: String,
    /// Name of a strategy, as `/api/v1/strategies` lists them.
    strategy: String,
    /// Its configuration; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    config: serde_json::Value,
}

/// The saved automations.
#[utoipa::path(get, path = "/api/v1/automations", operation_id = "list_automations",
    responses((status = 200, body = SavedAutomationList), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Result<Json<SavedAutomationList>, ApiError> {
    let rows = dashboard.company.store().automation_list().await?;
    Ok(Json(SavedAutomationList { data: rows.into_iter().map(SavedAutomation::from).collect() }))
}

/// Saves an automation. Its configuration is checked as at a start.
#[utoipa::path(post, path = "/api/v1/automations", operation_id = "save_automation", request_body = SaveRequest,
    responses((status = 201, body = SavedAutomation), (status = 422, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn save(
    State(dashboard): State<Dashboard>,
    Body(request): Body<SaveRequest>,
) -> Result<(StatusCode, Json<SavedAutomation>), ApiError> {
    let row = checked(&dashboard, dashboard.company.clock().new_id(), request).await?;
    dashboard.company.store().automation_insert(&row).await?;
    Ok((StatusCode::CREATED, Json(row.into())))
}

/// Changes a saved automation. What was started from it goes on as it was.
#[utoipa::path(put, path = "/api/v1/automations/{id}", operation_id = "change_saved_automation",
    params(("id" = Uuid, Path)), request_body = SaveRequest,
    responses((status = 200, body = SavedAutomation), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn change(
    State(dashboard): State<Dashboard>,
    Path(id): Path<String>,
    Body(request): Body<SaveRequest>,
) -> Result<Json<SavedAutomation>, ApiError> {
    let row = checked(&dashboard, read_id(&id)?, request).await?;
    let changed = dashboard.company.store().automation_update(&row).await?;
    changed.map(|row| Json(row.into())).ok_or_else(|| nothing(&id))
}

/// Forgets a saved automation. What was started from it goes on.
#[utoipa::path(delete, path = "/api/v1/automations/{id}", operation_id = "delete_saved_automation",
    params(("id" = Uuid, Path)),
    responses((status = 204), (status = 404, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn forget(
    State(dashboard): State<Dashboard>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let was_there = dashboard.company.store().automation_delete(read_id(&id)?).await?;
    was_there.then_some(StatusCode::NO_CONTENT).ok_or_else(|| nothing(&id))
}

/// The mind that a saved automation describes.
pub(super) async fn mind(dashboard: &Dashboard, id: Uuid) -> Result<Mind, ApiError> {
    let row = dashboard.company.store().automation_get(id).await?;
    let Automation { strategy, config, .. } = row.ok_or_else(|| nothing(&id.to_string()))?;
    Ok(Mind::new(&strategy, config)?)
}

async fn checked(dashboard: &Dashboard, id: Uuid, request: SaveRequest) -> Result<Automation, ApiError> {
    let name = request.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(ApiError::invalid(format!("`name` must be text of 1 to {LONGEST} characters")));
    }
    let mind = Mind::new(&request.strategy, request.config)?;
    if let Some(season) = dashboard.company.season().await {
        mind.check(&season)?;
    }
    let others = dashboard.company.store().automation_list().await?;
    check_unique(name, id, &others)?;
    let now = dashboard.company.clock().now();
    Ok(Automation {
        id,
        name: name.to_owned(),
        strategy: request.strategy,
        config: mind.config(),
        created_at: now,
        updated_at: now,
    })
}

/// Two of one name could not be told apart.
fn check_unique(name: &str, id: Uuid, all: &[Automation]) -> Result<(), ApiError> {
    let is_taken = all.iter().any(|other| other.id != id && other.name.to_lowercase() == name.to_lowercase());
    let message = || {
        format!(
            "`name`: there is a saved automation called `{name}` already; choose another name, or change that one"
        )
    };
    if is_taken { Err(ApiError::invalid(message())) } else { Ok(()) }
}

fn read_id(id: &str) -> Result<Uuid, ApiError> {
    id.parse().map_err(|_| nothing(id))
}

fn nothing(id: &str) -> ApiError {
    ApiError::not_found(format!("there is no saved automation `{id}`"))
}

impl From<Automation> for SavedAutomation {
    fn from(row: Automation) -> Self {
        let Automation { id, name, strategy, config, created_at, updated_at } = row;
        Self { id, name, strategy, config, created_at, updated_at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once_whatever_its_capitals() {
        let row = |name: &str, id| Automation {
            id: Uuid::from_u128(id),
            name: name.to_owned(),
            strategy: "gathering".to_owned(),
            config: serde_json::Value::Null,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
        };
        let all = [row("Copper", 1), row("Iron", 2)];
        for (name, id, free) in
            [("copper", 1, true), ("copper", 2, false), ("Iron", 3, false), ("Gold", 3, true)]
        {
            assert_eq!(check_unique(name, Uuid::from_u128(id), &all).is_ok(), free, "{name} {id}");
        }
    }
}
