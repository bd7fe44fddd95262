//! The sandbox's own endpoints, which the game does not have.

use api_types::Data;
use axum::{Json, extract::State};

use crate::{Sandbox, request::data, stats::Stats};

/// `GET /sandbox/control/stats`: what was asked and answered since the start.
pub(crate) async fn stats(State(sandbox): State<Sandbox>) -> Json<Data<Stats>> {
    data(sandbox.stats().clone())
}
