//! Goals in the world's own hands: what a company works for, it reaches.

use serde_json::json;

use crate::{
    stage::first_steps,
    troupe::{Reached, together},
};

#[test]
fn a_bar_for_everyone_is_got_together() {
    let goals = [("items", json!({"item": "copper_bar", "quantity": 20}))];
    let (world, reached) = together(&first_steps(), &goals, 12.0);
    let Reached { hours, requests, deaths, expected_hours } = reached.unwrap();
    assert!(hours < 12.0 && expected_hours < 12.0 && requests > 200 && deaths == 0, "{hours} {requests}");
    let bank = world.bank(&"team".parse().unwrap()).unwrap();
    assert!(bank.count(&"copper_bar".parse().unwrap()) >= 20);
}
