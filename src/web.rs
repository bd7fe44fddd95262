//! The dashboard's API: the list of routes, one line each, and the page that uses them.

mod accounts;
mod alerts;
mod assets;
mod automations;
mod bank;
mod chaos;
mod characters;
mod details;
mod errors;
mod events;
mod exchange;
mod forecasts;
mod goals;
mod guard;
mod health;
mod ledger;
mod live;
mod log;
mod orders;
mod own_exchange;
mod paging;
mod runs;
mod saved_automations;
mod season;
mod status;
mod strategies;
mod templates;
mod tree;

pub(crate) use guard::Hosts;

use actors::company::Company;
use axum::{Json, Router, middleware, routing::get};
use jiff::Timestamp;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Largest request body: configurations are small.
const BODY: usize = 256 * 1024;

/// What the handlers share.
#[derive(Clone)]
pub(crate) struct Dashboard {
    company: Company,
    /// What is played: `sandbox`, `live`, or another server's host and port.
    mode: String,
    game_url: String,
    /// Whether characters may be made to fall.
    chaos: bool,
    started_at: Timestamp,
}

impl Dashboard {
    pub(crate) fn new(company: Company, mode: String, game_url: String, chaos: bool) -> Self {
        let started_at = company.clock().now();
        Self { company, mode, game_url, chaos, started_at }
    }
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Callboard", description = "Shows and steers a company of Artifacts MMO characters."),
    components(schemas(live::LiveFrame))
)]
struct Description;

fn api() -> OpenApiRouter<Dashboard> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(characters::list))
        .routes(routes!(characters::show))
        .routes(routes!(details::show))
        .routes(routes!(automations::start, automations::stop))
        .routes(routes!(accounts::list, accounts::add))
        .routes(routes!(accounts::remove))
        .routes(routes!(accounts::mend))
        .routes(routes!(accounts::retry))
        .routes(routes!(automations::wind_down))
        .routes(routes!(automations::pause))
        .routes(routes!(automations::resume))
        .routes(routes!(orders::give, orders::withdraw))
        .routes(routes!(orders::hand_back))
        .routes(routes!(own_exchange::show))
        .routes(routes!(ledger::show))
        .routes(routes!(strategies::list))
        .routes(routes!(templates::list))
        .routes(routes!(season::show))
        .routes(routes!(forecasts::make))
        .routes(routes!(bank::show))
        .routes(routes!(events::list))
        .routes(routes!(events::season))
        .routes(routes!(exchange::list))
        .routes(routes!(exchange::opportunities))
        .routes(routes!(exchange::show))
        .routes(routes!(alerts::list, alerts::create))
        .routes(routes!(alerts::change, alerts::delete))
        .routes(routes!(alerts::dismiss))
        .routes(routes!(goals::list, goals::create))
        .routes(routes!(goals::kinds))
        .routes(routes!(goals::preview))
        .routes(routes!(goals::show, goals::change, goals::delete))
        .routes(routes!(saved_automations::list, saved_automations::save))
        .routes(routes!(saved_automations::change, saved_automations::forget))
        .routes(routes!(runs::page))
        .routes(routes!(log::page))
        .routes(routes!(tree::show))
        .routes(routes!(status::show))
        .routes(routes!(live::open))
        .routes(routes!(chaos::fell))
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
}

/// The description of the API, made from the code.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    api().into_openapi()
}

/// Everything the dashboard serves, to whoever comes by one of these names.
pub(crate) fn router(dashboard: Dashboard, hosts: Hosts) -> Router {
    let (router, description) = api().split_for_parts();
    router
        .route("/api/v1/openapi.json", get(|| async { Json(description) }))
        .fallback(assets::serve)
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(middleware::map_response(errors::in_our_shape))
        .layer(middleware::from_fn_with_state(hosts, guard::guard))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(errors::panicked))
        .with_state(dashboard)
}

#[cfg(test)]
mod tests;
