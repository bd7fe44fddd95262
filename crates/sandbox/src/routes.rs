//! The list of resources; each file holds the routes of one, with their handlers.

mod accounts;
mod achievements;
mod actions;
mod assistant;
mod bank;
mod characters;
mod control;
mod cosmetics;
mod effects;
mod events;
mod exchange;
mod faults;
mod filters;
mod gem_shop;
mod items;
mod leaderboard;
mod logs;
mod maps;
mod monsters;
mod my;
mod npcs;
mod passwords;
mod raids;
mod rates;
mod resources;
mod sandbox;
mod season_rewards;
mod simulation;
mod status;
mod subscription;
mod tasks;
mod token;

use axum::{
    Router, middleware,
    response::IntoResponse,
    routing::{delete, get, post},
};
use tower_http::catch_panic::CatchPanicLayer;

use crate::{Sandbox, api::Api, faults::layer as faults_layer, request::ApiError};

/// All routes of the game's API, and those that its sandbox server adds.
pub(crate) fn api() -> Api {
    Api::default()
        .with(status::routes)
        .with(token::routes)
        .with(accounts::routes)
        .with(passwords::routes)
        .with(my::routes)
        .with(bank::routes)
        .with(logs::routes)
        .with(rates::routes)
        .with(subscription::routes)
        .with(actions::routes)
        .with(characters::routes)
        .with(items::routes)
        .with(monsters::routes)
        .with(resources::routes)
        .with(maps::routes)
        .with(npcs::routes)
        .with(effects::routes)
        .with(tasks::routes)
        .with(events::routes)
        .with(achievements::routes)
        .with(cosmetics::routes)
        .with(season_rewards::routes)
        .with(exchange::routes)
        .with(raids::routes)
        .with(leaderboard::routes)
        .with(simulation::routes)
        .with(gem_shop::routes)
        .with(assistant::routes)
        .with(sandbox::routes)
}

impl Sandbox {
    /// The whole API as a service. A request that carries no peer address, as one made in-process, counts for this
    /// machine.
    pub fn router(&self) -> Router {
        let catch_panic = CatchPanicLayer::custom(|_| ApiError::of(500).into_response());
        let game = api()
            .into_router()
            .fallback(async || ApiError::of(404))
            .method_not_allowed_fallback(async || ApiError::of(405))
            .layer((catch_panic, middleware::from_fn_with_state(self.clone(), faults_layer::meet)));
        // The sandbox's own: neither limited nor counted nor hurt, so that looking changes nothing.
        let own = Router::new()
            .route("/sandbox/control/stats", get(control::stats))
            .route("/sandbox/control/account", post(control::set_account))
            .route("/sandbox/control/mail", get(control::mail))
            .route("/sandbox/control/checkout/{id}", get(control::pay))
            .route(
                "/sandbox/faults",
                get(faults::list).put(faults::replace).post(faults::add).delete(faults::clear),
            )
            .route("/sandbox/faults/{id}", delete(faults::remove))
            .layer(catch_panic);
        game.merge(own).with_state(self.clone())
    }
}
