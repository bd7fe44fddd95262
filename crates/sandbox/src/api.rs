//! The API as a whole: each route together with its description, so that what is served and what is described cannot
//! drift apart. The routes themselves are declared in `routes`.
//!
//! [`Operation`] is the description of one route, [`description`] makes an OpenAPI document of all of them, and [`docs`]
//! a page for people.

mod components;
mod description;
mod docs;
mod operation;
pub(crate) mod parameters;

use axum::{
    Router,
    handler::Handler,
    routing::{MethodRouter, get, post},
};

use crate::Sandbox;
use description::Entry;

pub(crate) use operation::{Operation, list_of, one, page_of, plain};

/// Routes with their descriptions.
#[derive(Default)]
pub(crate) struct Api {
    router: Router<Sandbox>,
    entries: Vec<Entry>,
    tag: &'static str,
}

impl Api {
    /// The heading of the routes that follow.
    pub(crate) fn tag(self, tag: &'static str) -> Self {
        Self { tag, ..self }
    }

    /// A route that only looks.
    pub(crate) fn get<T: 'static>(
        self,
        path: &'static str,
        handler: impl Handler<T, Sandbox>,
        operation: Operation,
    ) -> Self {
        self.route("get", path, get(handler), operation)
    }

    /// A route that changes something.
    pub(crate) fn post<T: 'static>(
        self,
        path: &'static str,
        handler: impl Handler<T, Sandbox>,
        operation: Operation,
    ) -> Self {
        self.route("post", path, post(handler), operation)
    }

    fn route(
        mut self,
        method: &'static str,
        path: &'static str,
        handler: MethodRouter<Sandbox>,
        operation: Operation,
    ) -> Self {
        self.router = self.router.route(path, handler);
        self.entries.push(Entry { method, path, tag: self.tag, operation });
        self
    }

    /// Takes in the routes of a resource.
    pub(crate) fn with(self, routes: impl FnOnce(Self) -> Self) -> Self {
        routes(self)
    }

    /// The routes alone, with the two that show their descriptions.
    pub(crate) fn into_router(self) -> Router<Sandbox> {
        self.router.route("/openapi.json", get(description::json)).route("/docs", get(docs::page))
    }

    /// The description of all routes.
    fn into_entries(self) -> Vec<Entry> {
        self.entries
    }
}
