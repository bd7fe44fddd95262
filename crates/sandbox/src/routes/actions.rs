//! `POST /my/{name}/action/…`: one route per action (RULES §4), a file for those that belong together. [`payload`] reads
//! the request, [`Call`](call::Call) carries it out.

mod bank;
mod call;
mod exchange;
mod identity;
mod items;
mod movement;
mod payload;
mod tasks;
mod trading;
mod work;

use axum::response::Response;
use utoipa::ToSchema;

use crate::{
    api::{Api, Operation, one},
    request::ApiError,
};

type Answer = Result<Response, ApiError>;

/// The routes of all actions.
pub(super) fn routes(api: Api) -> Api {
    api.tag("My characters")
        .with(movement::routes)
        .with(work::routes)
        .with(items::routes)
        .with(bank::routes)
        .with(trading::routes)
        .with(exchange::routes)
        .with(tasks::routes)
        .with(identity::routes)
}

/// An action of a character of one's own, which may be busy or in cooldown.
fn action<T: ToSchema>(summary: &'static str) -> Operation {
    one::<T>(summary).for_owner().refuses(&[486, 499])
}
