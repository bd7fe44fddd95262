//! `/sandbox/faults`: what goes wrong on the way to the game, to be read, set and cleared while it runs.

use api_types::Data;
use axum::extract::State;

use crate::{
    FaultRule, Sandbox,
    faults::plan::Standing,
    request::{ApiError, Body, Json, Reply, Segments, data},
};

/// The rules that stand, in their order, and how many requests each has seen and met.
pub(crate) async fn list(State(sandbox): State<Sandbox>) -> Json<Data<Vec<Standing>>> {
    data(sandbox.faults().standing().to_vec())
}

/// Puts the rules of the body in the place of all others; they count and throw dice from the beginning.
pub(crate) async fn replace(
    State(sandbox): State<Sandbox>,
    Body(rules): Body<Vec<FaultRule>>,
) -> Json<Data<Vec<Standing>>> {
    let now = sandbox.now();
    let mut faults = sandbox.faults();
    faults.replace(rules, now);
    data(faults.standing().to_vec())
}

/// Adds a rule after the others.
pub(crate) async fn add(State(sandbox): State<Sandbox>, Body(rule): Body<FaultRule>) -> Json<Data<Standing>> {
    let now = sandbox.now();
    data(sandbox.faults().add(rule, now).clone())
}

/// Takes all rules away; answers with those that are left, which are none.
pub(crate) async fn clear(State(sandbox): State<Sandbox>) -> Json<Data<Vec<Standing>>> {
    replace(State(sandbox), Body(Vec::new())).await
}

/// Takes one rule away.
pub(crate) async fn remove(
    State(sandbox): State<Sandbox>,
    Segments(id): Segments<u64>,
) -> Reply<Vec<Standing>> {
    let mut faults = sandbox.faults();
    let found = faults.remove(id);
    found.then(|| data(faults.standing().to_vec())).ok_or_else(|| ApiError::not_found("fault"))
}
