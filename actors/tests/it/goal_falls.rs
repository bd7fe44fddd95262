//! Whoever coordinates falls in the middle of work for a goal, again and again: the goal is reached, nothing stays
//! reserved, and nothing is counted twice.

use std::collections::BTreeMap;

use actors::{
    board::GoalStanding,
    company::GoalRequest,
    coordinator::{CoordinatorMsg, GoalMsg},
};
use serde_json::json;
use supervisor::Handle;
use test_support::company::{Setup, TestCompany};

use crate::{
    banks::{bank, counted_on},
    script::{HOUR, MINUTE, SECOND, fell},
};

/// Somebody falls, or is stopped and started again.
fn somebody_falls(company: &TestCompany, dice: &mut fastrand::Rng) {
    match dice.u32(0..4) {
        0 => the_coordinator_falls(company),
        1 => away_for_a_while(company, "market", dice),
        2 => away_for_a_while(company, "account/demo", dice),
        _ => fell(company, dice.choice(["Ana", "Bob"]).expect("one of two")),
    }
}

pub(crate) fn the_coordinator_falls(company: &TestCompany) {
    let coordinator: Handle<CoordinatorMsg> = company.directory().handle("coordinator");
    let broken = Err(journal::JournalError::InUse { path: "journal.redb".into() });
    coordinator.send(CoordinatorMsg::Goals(GoalMsg::Kept(broken))).expect("the coordinator is there");
}

fn away_for_a_while(company: &TestCompany, id: &str, dice: &mut fastrand::Rng) {
    company.take_away(id);
    company.run_for(SECOND * dice.u32(0..20));
    company.bring_back(id);
}

/// Two fresh characters work for a goal while somebody falls at so many moments.
fn reached_all_the_same(seed: u64, moments: usize, daggers: u32) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let characters = ["Ana", "Bob"].map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds: Vec::new(), ..Setup::seeded(seed) });
    company.run_for(MINUTE);
    let config = json!({"item": "copper_dagger", "quantity": daggers});
    let goal =
        GoalRequest { account: None, kind: "items".to_owned(), config, priority: 5, after: Vec::new() };
    company.block_on(company.company().create_goal(goal)).expect("a goal");
    let is_reached =
        |company: &TestCompany| company.company().board().goals()[0].standing == GoalStanding::Reached;
    for _ in 0..moments {
        // Never in the millisecond of a request or a reply.
        company.run_for(SECOND * dice.u32(20..240) + std::time::Duration::from_millis(7));
        assert!(!is_reached(&company), "seed {seed}: it was reached before all had fallen");
        somebody_falls(&company, &mut dice);
        company.run_for(30 * SECOND);
        for (code, quantity) in counted_on(&company) {
            let there = bank(&company).bank.count(&code);
            assert!(quantity <= there, "seed {seed}: {quantity} {code} are counted on, of {there}");
        }
    }
    company.look_every(MINUTE, 48 * HOUR, "the goal is reached", is_reached);
    company.run_for(2 * MINUTE);
    let stock = bank(&company);
    assert!(stock.bank.count(&"copper_dagger".parse().expect("a code")) >= daggers);
    assert_eq!((stock.reserved.len(), counted_on(&company)), (0, BTreeMap::new()), "seed {seed}");
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_goal_is_reached_whoever_falls_on_the_way() {
    reached_all_the_same(1, 16, 3);
}

/// Some fifty moments for each of those who may fall: `cargo nextest run -p actors goal_falls --run-ignored only`.
#[test]
#[ignore = "takes minutes"]
fn a_goal_is_reached_however_often_somebody_falls_on_the_way() {
    for seed in 2..7 {
        reached_all_the_same(seed, 40, 8);
    }
}
