//! `/api/v1/goals`: what a company is to reach, and how that goes.

use actors::{board::GoalView, company::GoalRequest};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::{StatusCode, request::Parts},
};
use game::AccountName;
use planner::GoalTemplate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Dashboard,
    errors::{ApiError, Body, ErrorEnvelope},
};

/// Every goal.
#[derive(Serialize, ToSchema)]
pub(super) struct GoalList {
    /// The oldest first.
    data: Vec<GoalView>,
}

/// Every kind of goal.
#[derive(Serialize, ToSchema)]
pub(super) struct GoalKindList {
    data: Vec<GoalKind>,
}

/// A kind of goal.
#[derive(Serialize, ToSchema)]
pub(super) struct GoalKind {
    /// Its name in requests.
    name: &'static str,
    /// What it is for, for people.
    description: &'static str,
    /// Its configuration with every default.
    #[schema(value_type = Object)]
    defaults: serde_json::Value,
    /// The JSON schema of its configuration, as those of strategies are. A text with the format `character` is the name
    /// of one.
    #[schema(value_type = Object)]
    schema: serde_json::Value,
    /// Goals of this kind to start from; the season has all that they name.
    templates: Vec<GoalTemplateView>,
}

/// A goal to start from. What only you know, such as whom to feed, is left to be filled in.
#[derive(Serialize, ToSchema)]
pub(super) struct GoalTemplateView {
    /// What to call it.
    title: String,
    /// What it is for, in one sentence.
    about: String,
    /// Its configuration; what is left out has its default.
    #[schema(value_type = Object)]
    config: serde_json::Value,
}

/// What is wanted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedGoal {
    /// Whose goal it is; it may be left out where only one account is played.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    account: Option<AccountName>,
    /// Which kind of goal, as `/api/v1/goals/schema` lists them.
    kind: String,
    /// What is wanted; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    config: serde_json::Value,
    /// How urgent it is, 1 to 9: more comes first.
    #[serde(default = "middling")]
    #[schema(minimum = 1, maximum = 9, default = 5)]
    priority: u32,
    /// Goals that must be reached before it.
    #[serde(default)]
    after: Vec<Uuid>,
}

fn middling() -> u32 {
    5
}

impl WantedGoal {
    fn request(self) -> Result<GoalRequest, ApiError> {
        let Self { account, kind, config, priority, after } = self;
        if !(1..=9).contains(&priority) {
            return Err(ApiError::invalid(format!(
                "`priority` must be a whole number from 1 to 9, not {priority}"
            )));
        }
        Ok(GoalRequest { account, kind, config, priority, after })
    }
}

/// Every goal: what is wanted, how far it is, who does what for it, and when it will be reached.
#[utoipa::path(get, path = "/api/v1/goals", operation_id = "list_goals", responses((status = 200, body = GoalList)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Json<GoalList> {
    Json(GoalList { data: dashboard.company.board().goals() })
}

/// What goals there can be.
#[utoipa::path(get, path = "/api/v1/goals/schema", operation_id = "list_goal_kinds",
    responses((status = 200, body = GoalKindList)))]
pub(super) async fn kinds(State(dashboard): State<Dashboard>) -> Json<GoalKindList> {
    let season = dashboard.company.season().await;
    let suits = |one: &&GoalTemplate| season.as_ref().is_some_and(|season| one.suits(season));
    let templates = |kind: &str| {
        let of_kind = planner::goal_templates().iter().filter(|one| one.kind == kind).filter(suits);
        of_kind.cloned().map(GoalTemplateView::from).collect()
    };
    let kinds = planner::goals().map(|kind| GoalKind {
        templates: templates(kind.name),
        name: kind.name,
        description: kind.about,
        defaults: kind.defaults,
        schema: kind.schema,
    });
    Json(GoalKindList { data: kinds.collect() })
}

impl From<GoalTemplate> for GoalTemplateView {
    fn from(GoalTemplate { title, about, config, .. }: GoalTemplate) -> Self {
        Self { title, about, config }
    }
}

/// A new goal. Characters that nobody has told anything, and those that work for goals already, begin with it.
#[utoipa::path(post, path = "/api/v1/goals", operation_id = "create_goal", request_body = WantedGoal,
    responses((status = 201, body = GoalView), (status = 422, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn create(
    State(dashboard): State<Dashboard>,
    Body(wanted): Body<WantedGoal>,
) -> Result<(StatusCode, Json<GoalView>), ApiError> {
    Ok((StatusCode::CREATED, Json(dashboard.company.create_goal(wanted.request()?).await?)))
}

/// How a goal would be planned now, beside those that are there, and when it would be reached. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/goals/preview", operation_id = "preview_goal", request_body = WantedGoal,
    responses((status = 200, body = GoalView), (status = 422, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn preview(
    State(dashboard): State<Dashboard>,
    Body(wanted): Body<WantedGoal>,
) -> Result<Json<GoalView>, ApiError> {
    Ok(Json(dashboard.company.preview_goal(wanted.request()?).await?))
}

/// One goal.
#[utoipa::path(get, path = "/api/v1/goals/{id}", operation_id = "show_goal", params(("id" = Uuid, Path)),
    responses((status = 200, body = GoalView), (status = 404, body = ErrorEnvelope)))]
pub(super) async fn show(State(dashboard): State<Dashboard>, Id(id): Id) -> Result<Json<GoalView>, ApiError> {
    let goal = dashboard.company.board().goals().into_iter().find(|goal| goal.id == id);
    goal.map(Json).ok_or_else(|| nothing(&id.to_string()))
}

/// Another goal in the place of one that is there; what was done for it counts as far as the new one wants it.
#[utoipa::path(put, path = "/api/v1/goals/{id}", operation_id = "change_goal", params(("id" = Uuid, Path)),
    request_body = WantedGoal,
    responses((status = 200, body = GoalView), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn change(
    State(dashboard): State<Dashboard>,
    Id(id): Id,
    Body(wanted): Body<WantedGoal>,
) -> Result<Json<GoalView>, ApiError> {
    Ok(Json(dashboard.company.change_goal(id, wanted.request()?).await?))
}

/// Takes a goal back. Those who work for it put what they carry into the bank and are free for others.
#[utoipa::path(delete, path = "/api/v1/goals/{id}", operation_id = "delete_goal", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 404, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn delete(State(dashboard): State<Dashboard>, Id(id): Id) -> Result<StatusCode, ApiError> {
    dashboard.company.delete_goal(id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The `{id}` in a path.
pub(super) struct Id(Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Ok(Path(id)) = Path::<String>::from_request_parts(parts, state).await else {
            return Err(nothing(parts.uri.path()));
        };
        id.parse().map(Self).map_err(|_| nothing(&id))
    }
}

fn nothing(id: &str) -> ApiError {
    ApiError::not_found(format!("there is no goal `{id}`"))
}
