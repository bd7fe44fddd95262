//! `/api/v1/characters/{name}/automation`: starting, pausing and stopping what a character does by itself.

use actors::{board::AutomationView, character::Wish};
use axum::{Json, extract::State};
use game::CharacterName;
use planner::Mind;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Dashboard,
    characters::Known,
    errors::{ApiError, Body, ErrorEnvelope},
    saved_automations,
};

/// What a character is told to do: a strategy with its configuration, or a saved automation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StartRequest {
    /// Name of a strategy, as `/api/v1/strategies` lists them.
    strategy: Option<String>,
    /// Its configuration; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    config: serde_json::Value,
    /// Id of a saved automation, instead of both.
    automation_id: Option<Uuid>,
}

/// Starts an automation; it replaces the one that runs. The answer does not wait for an action under way.
#[utoipa::path(post, path = "/api/v1/characters/{name}/automation", operation_id = "start_automation",
    params(("name" = String, Path)), request_body = StartRequest,
    responses((status = 200, body = AutomationView), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn start(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
    Body(request): Body<StartRequest>,
) -> Result<Json<AutomationView>, ApiError> {
    let mind = match request {
        StartRequest { strategy: Some(strategy), config, automation_id: None } => {
            Mind::new(&strategy, config)?
        }
        StartRequest { strategy: None, config, automation_id: Some(id) } if config.is_null() => {
            saved_automations::mind(&dashboard, id).await?
        }
        _ => {
            let words = "the body must name a `strategy`, with its `config` if it has one, or an `automation_id` alone";
            return Err(ApiError::invalid(words));
        }
    };
    Ok(Json(dashboard.company.start_automation(&name, mind).await?))
}

/// Stops the automation that runs. An action that waits for its turn or for the game is withdrawn. The answer does not
/// wait for one that has left: until that has ended, the status is `stopping`.
#[utoipa::path(delete, path = "/api/v1/characters/{name}/automation", operation_id = "stop_automation",
    params(("name" = String, Path)),
    responses((status = 200, body = AutomationView), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn stop(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<AutomationView>, ApiError> {
    change(&dashboard, &name, Wish::Stop).await
}

/// Stops the automation in order: what is carried goes to the bank first. Until then the status is `winding_down`.
#[utoipa::path(post, path = "/api/v1/characters/{name}/automation/wind-down",
    operation_id = "wind_down_automation", params(("name" = String, Path)),
    responses((status = 200, body = AutomationView), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn wind_down(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<AutomationView>, ApiError> {
    change(&dashboard, &name, Wish::WindDown).await
}

/// Pauses the automation: nothing new is begun until it is resumed.
#[utoipa::path(post, path = "/api/v1/characters/{name}/automation/pause", operation_id = "pause_automation",
    params(("name" = String, Path)),
    responses((status = 200, body = AutomationView), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn pause(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<AutomationView>, ApiError> {
    change(&dashboard, &name, Wish::Pause).await
}

/// Lets a paused automation go on.
#[utoipa::path(post, path = "/api/v1/characters/{name}/automation/resume", operation_id = "resume_automation",
    params(("name" = String, Path)),
    responses((status = 200, body = AutomationView), (status = 404, body = ErrorEnvelope),
        (status = 409, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn resume(
    State(dashboard): State<Dashboard>,
    Known(name): Known,
) -> Result<Json<AutomationView>, ApiError> {
    change(&dashboard, &name, Wish::Resume).await
}

async fn change(
    dashboard: &Dashboard,
    name: &CharacterName,
    wish: Wish,
) -> Result<Json<AutomationView>, ApiError> {
    Ok(Json(dashboard.company.change_automation(name, wish).await?))
}
