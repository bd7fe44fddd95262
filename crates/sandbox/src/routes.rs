//! The list of routes, one line each. A file per resource holds the handlers.

mod accounts;
mod achievements;
mod actions;
mod bank;
mod characters;
mod control;
mod effects;
mod events;
mod exchange;
mod faults;
mod filters;
mod items;
mod logs;
mod maps;
mod monsters;
mod my;
mod npcs;
mod raids;
mod rates;
mod resources;
mod rows;
mod status;
mod tasks;
mod token;

use axum::{
    Router, middleware,
    routing::{delete, get, post},
};

use crate::{
    Sandbox, faults::layer as faults_layer, rates::layer as rates_layer, realtime::layer as realtime_layer,
    request::ApiError,
};

impl Sandbox {
    /// The whole API as a service. A request that carries no peer address, as one made in-process, counts for this
    /// machine.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/", get(status::show))
            .route("/token", post(token::create))
            .route("/accounts/create", post(accounts::create))
            .route("/accounts/{account}/characters", get(accounts::characters))
            .route("/accounts/{account}/achievements", get(achievements::of_account))
            .route("/my/details", get(my::details))
            .route("/my/characters", get(my::characters))
            .route("/my/bank", get(bank::show))
            .route("/my/bank/items", get(bank::items))
            .route("/my/pending_items", get(my::pending_items))
            .route("/my/grandexchange/orders", get(exchange::my_orders))
            .route("/my/grandexchange/history", get(exchange::my_history))
            .route("/my/logs", get(logs::all))
            .route("/my/logs/{name}", get(logs::of_character))
            .route("/my/rates", get(rates::show))
            .route("/characters/create", post(characters::create))
            .route("/characters/delete", post(characters::delete))
            .route("/characters/active", get(characters::active))
            .route("/characters/{name}", get(characters::show))
            .nest("/my/{name}/action", actions::router())
            .route("/items", get(items::list))
            .route("/items/{code}", get(items::show))
            .route("/monsters", get(monsters::list))
            .route("/monsters/{code}", get(monsters::show))
            .route("/resources", get(resources::list))
            .route("/resources/{code}", get(resources::show))
            .route("/maps", get(maps::list))
            .route("/maps/id/{map_id}", get(maps::by_id))
            .route("/maps/{layer}", get(maps::of_layer))
            .route("/maps/{layer}/{x}/{y}", get(maps::at))
            .route("/npcs/details", get(npcs::list))
            .route("/npcs/details/{code}", get(npcs::show))
            .route("/npcs/items", get(npcs::items))
            .route("/npcs/items/{code}", get(npcs::items_of))
            .route("/effects", get(effects::list))
            .route("/effects/{code}", get(effects::show))
            .route("/tasks/list", get(tasks::list))
            .route("/tasks/list/{code}", get(tasks::show))
            .route("/tasks/rewards", get(tasks::rewards))
            .route("/tasks/rewards/{code}", get(tasks::reward))
            .route("/events", get(events::list))
            .route("/events/active", get(events::active))
            .route("/achievements", get(achievements::list))
            .route("/achievements/{code}", get(achievements::show))
            .route("/grandexchange/orders", get(exchange::orders))
            .route("/grandexchange/orders/{id}", get(exchange::order))
            .route("/grandexchange/history/{code}", get(exchange::history))
            .route("/raids", get(raids::list))
            .route("/raids/{code}", get(raids::show))
            .fallback(async || ApiError::of(404))
            .method_not_allowed_fallback(async || ApiError::of(405))
            .layer(middleware::from_fn_with_state(self.clone(), rates_layer::limit))
            .layer(middleware::from_fn_with_state(self.clone(), realtime_layer::take))
            .layer(middleware::from_fn_with_state(self.clone(), faults_layer::meet))
            // The sandbox's own: neither limited nor counted nor hurt, so that looking changes nothing.
            .route("/sandbox/control/stats", get(control::stats))
            .route(
                "/sandbox/faults",
                get(faults::list).put(faults::replace).post(faults::add).delete(faults::clear),
            )
            .route("/sandbox/faults/{id}", delete(faults::remove))
            .with_state(self.clone())
    }
}
