//! A reply is lost at each step of a piece of work, on its way there or on its way back: the work goes on all the same.
//!
//! What the caller finds out about it is in the actors' own tests; here the mind is told what was found out.

use serde_json::json;

use crate::{
    stage::{Reply, Stage, first_steps, mind},
    trading::on_the_market,
};

/// Decisions of each piece of work.
const STEPS: usize = 30;

/// Has each reply lost in its turn, and holds what comes of the work against what came of it undisturbed.
fn goes_on_whatever_is_lost(stage: Stage) {
    let mut moments = vec![stage];
    for step in 0..STEPS {
        let mut next = moments[step].clone();
        next.turn();
        moments.push(next);
    }
    let undisturbed = &moments[STEPS];
    assert!(undisturbed.refusals().is_empty(), "{}", undisturbed.ending());
    for (step, moment) in moments[..STEPS].iter().enumerate() {
        // What was never heard is done again, one turn later.
        for (lost, turns) in [(Reply::LostAfter, STEPS - step - 1), (Reply::LostBefore, STEPS - step)] {
            let mut stage = moment.clone();
            let acts = stage.turn_with(lost.clone()).action().is_some();
            let turns = if acts { turns } else { STEPS - step - 1 };
            (0..turns).for_each(|_| drop(stage.turn()));
            let place = format!("step {step}, {lost:?}: {}", stage.ending());
            assert!(stage.refusals().is_empty(), "{place}");
            assert_eq!(stage.character(), undisturbed.character(), "{place}");
            assert_eq!(stage.bank(), undisturbed.bank(), "{place}");
        }
    }
}

fn fresh(strategy: &str, config: serde_json::Value) -> Stage {
    Stage::new(&first_steps(), mind(strategy, config))
}

#[test]
fn a_gatherer_goes_on() {
    let mut stage = fresh("gathering", json!({"resource": "copper_rocks"}));
    // The bag is full on the way: the trip to the bank is among the steps.
    let mut character = stage.character().clone();
    character.inventory.add(&"copper_ore".parse().unwrap(), 90).unwrap();
    let bank = stage.bank().clone();
    stage.place(character, bank);
    goes_on_whatever_is_lost(stage);
}

#[test]
fn a_fighter_goes_on() {
    goes_on_whatever_is_lost(fresh("combat", json!({})));
}

#[test]
fn a_crafter_goes_on() {
    let mut stage = fresh("crafting", json!({"item": "copper_dagger", "deposit": "after_crafting"}));
    let mut bank = stage.bank().clone();
    bank.items.insert("copper_ore".parse().unwrap(), 300);
    let character = stage.character().clone();
    stage.place(character, bank);
    goes_on_whatever_is_lost(stage);
}

#[test]
fn a_tasker_goes_on() {
    goes_on_whatever_is_lost(fresh("task", json!({"kind": "items"})));
}

#[test]
fn a_trader_goes_on() {
    let config = json!({"item": "copper_ore", "min_price": 3, "below_cost": true, "when_placed": "end"});
    goes_on_whatever_is_lost(on_the_market(config));
}

#[test]
fn a_learner_goes_on() {
    goes_on_whatever_is_lost(fresh("leveling", json!({})));
}
