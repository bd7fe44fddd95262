//! `/api/v1/templates`: automations to start from.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// Every template.
#[derive(Serialize, ToSchema)]
pub(super) struct TemplateList {
    data: Vec<TemplateView>,
}

/// An automation to start from: what to send to start it, and what it is for.
#[derive(Serialize, ToSchema)]
pub(super) struct TemplateView {
    /// Its name, for links.
    name: String,
    /// What to call it.
    title: String,
    /// What it is for, in one sentence.
    about: String,
    /// The level from which on it makes sense.
    from_level: u32,
    /// The level up to which it makes sense.
    to_level: u32,
    /// Name of the strategy.
    strategy: String,
    /// The strategy's configuration.
    #[schema(value_type = Object)]
    config: serde_json::Value,
}

/// Automations to start from, for needs of all levels.
#[utoipa::path(get, path = "/api/v1/templates", operation_id = "list_templates",
    responses((status = 200, body = TemplateList)))]
pub(super) async fn list() -> Json<TemplateList> {
    let templates = planner::templates().iter().cloned().map(|template| TemplateView {
        name: template.name,
        title: template.title,
        about: template.about,
        from_level: template.from_level,
        to_level: template.to_level,
        strategy: template.strategy,
        config: template.config,
    });
    Json(TemplateList { data: templates.collect() })
}
