//! Pipelines: several characters side by side, who feed each other through the bank.

use actors::{
    board::{GoalStanding, GoalView, StageStanding},
    company::GoalRequest,
};
use serde_json::{Value, json};
use test_support::company::TestCompany;

use crate::{
    banks::bank,
    goal_falls::the_coordinator_falls,
    goals::{automation, create, goals, idle, wanted},
    script::{HOUR, MINUTE, SECOND},
};

/// Two gather ore for one who smelts it.
fn smelting(bars: u32) -> Value {
    json!({"name": "copper bars", "stages": [
        {"name": "ore", "strategy": "gathering", "config": {"resource": "copper_rocks"}, "names": ["Ana", "Bob"]},
        {"name": "bars", "strategy": "crafting", "config": {"item": "copper_bar", "sources": ["bank"]}, "names": ["Cid"],
         "from": [{"when": "item", "code": "copper_ore", "at_least": 20, "place": "bank"}],
         "until": [{"when": "item", "code": "copper_bar", "at_least": bars, "place": "bank"}]},
    ]})
}

fn pipeline(company: &TestCompany) -> GoalView {
    goals(company).remove(0)
}

fn banked(company: &TestCompany, code: &str) -> u32 {
    bank(company).bank.count(&code.parse().expect("a code"))
}

fn smelts(company: &TestCompany) -> bool {
    pipeline(company).stages.get(1).is_some_and(|bars| bars.standing == StageStanding::UnderWay)
}

fn until_it_is_through(company: &TestCompany) {
    company.look_every(MINUTE, 12 * HOUR, "the pipeline is through", |company| {
        pipeline(company).standing == GoalStanding::Reached
    });
}

#[test]
fn who_gathers_feeds_who_smelts_through_the_bank() {
    let company = idle(&["Ana", "Bob", "Cid"]);
    create(&company, wanted("pipeline", smelting(40))).unwrap();
    company.run_until(2 * MINUTE, "two gather", |company| {
        pipeline(company).stages.first().is_some_and(|ore| ore.characters.len() == 2)
    });
    let bars = pipeline(&company).stages.remove(1);
    assert_eq!(bars.words, "for 0 of 20 copper_ore in the bank");
    company.look_every(MINUTE, 2 * HOUR, "Cid smelts", smelts);
    assert_eq!(pipeline(&company).stages[0].standing, StageStanding::UnderWay);
    until_it_is_through(&company);
    assert!(banked(&company, "copper_bar") >= 40);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_pipeline_goes_on_when_the_coordinator_falls_and_after_a_crash() {
    let mut company = idle(&["Ana", "Bob", "Cid"]);
    create(&company, wanted("pipeline", smelting(20))).unwrap();
    company.look_every(MINUTE, 2 * HOUR, "Cid smelts", smelts);
    the_coordinator_falls(&company);
    company.run_for(MINUTE);
    company.crash();
    company.run_for(MINUTE);
    assert_eq!(pipeline(&company).stages[0].characters.len(), 2);
    until_it_is_through(&company);
    assert!(banked(&company, "copper_bar") >= 20);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_stage_that_was_done_before_a_crash_is_not_begun_again() {
    let mut company = idle(&["Ana"]);
    let config = json!({"stages": [
        {"name": "ore", "strategy": "gathering", "config": {"resource": "copper_rocks"},
         "until": [{"when": "item", "code": "copper_ore", "at_least": 80, "place": "anywhere"}]},
        {"name": "bars", "strategy": "crafting", "config": {"item": "copper_bar", "sources": ["bank"]},
         "from": [{"when": "item", "code": "copper_ore", "at_least": 80, "place": "bank"}],
         "until": [{"when": "item", "code": "copper_bar", "at_least": 8, "place": "bank"}]},
    ]});
    create(&company, wanted("pipeline", config)).unwrap();
    company.look_every(SECOND, 2 * HOUR, "Ana has taken the ore", |company| {
        smelts(company) && banked(company, "copper_ore") == 0
    });
    company.crash();
    company.run_until(MINUTE, "Ana smelts again", smelts);
    assert_eq!(pipeline(&company).stages[0].standing, StageStanding::Done);
    until_it_is_through(&company);
    assert_eq!(banked(&company, "copper_bar"), 8);
}

#[test]
fn a_pipeline_that_is_changed_is_begun_anew() {
    let company = idle(&["Ana"]);
    let stage =
        |resource: &str| json!({"stages": [{"strategy": "gathering", "config": {"resource": resource}}]});
    let goal = create(&company, wanted("pipeline", stage("copper_rocks"))).unwrap();
    let gathers = |company: &TestCompany, what: &str| {
        company
            .character("Ana")
            .and_then(|ana| ana.automation)
            .is_some_and(|run| run.target.as_deref() == Some(what))
    };
    company.run_until(2 * MINUTE, "Ana mines", |company| gathers(company, "copper_rocks"));
    let changed = wanted("pipeline", stage("ash_tree"));
    company.block_on(company.company().change_goal(goal.id, changed)).unwrap();
    company.run_until(2 * MINUTE, "Ana cuts wood", |company| gathers(company, "ash_tree"));
}

#[test]
fn another_priority_takes_nobody_away_from_a_pipeline() {
    let company = idle(&["Ana"]);
    let config = json!({"stages": [{"strategy": "gathering", "config": {"resource": "copper_rocks"}}]});
    let goal = create(&company, wanted("pipeline", config.clone())).unwrap();
    let run = |company: &TestCompany| automation(company, "Ana").map(|run| run.run_id);
    company.run_until(2 * MINUTE, "Ana mines", |company| run(company).is_some());
    let before = run(&company);
    let urgent = GoalRequest { priority: 9, ..wanted("pipeline", config) };
    company.block_on(company.company().change_goal(goal.id, urgent)).unwrap();
    company.run_for(2 * MINUTE);
    assert_eq!((run(&company), pipeline(&company).priority), (before, 9));
}

#[test]
fn a_fighter_that_is_fed_is_never_without_food() {
    let company = idle(&["Ana", "Bob", "Cid", "Dan"]);
    let fish = |at_least: u32, code: &str| json!([{"when": "item", "code": code, "at_least": at_least, "place": "bank"}]);
    let portion = json!([{"code": "cooked_gudgeon", "quantity": 10}]);
    let config = json!({"stages": [
        {"name": "catch", "strategy": "gathering", "config": {"resource": "gudgeon_spot"}, "names": ["Ana"]},
        {"name": "cook", "strategy": "crafting", "config": {"item": "cooked_gudgeon", "sources": ["bank"]}, "names": ["Bob"],
         "from": fish(10, "gudgeon")},
        {"name": "feed", "strategy": "feeding", "config": {"to": "Dan", "items": portion}, "names": ["Cid"],
         "from": fish(5, "cooked_gudgeon")},
        {"name": "fight", "strategy": "combat", "config": {"monster": "chicken"}, "names": ["Dan"],
         "until": [{"when": "level", "at_least": 5}]},
    ]});
    create(&company, wanted("pipeline", config)).unwrap();
    let food = |company: &TestCompany| {
        let dan = company.character("Dan").expect("plays");
        let stacks = dan.inventory.items.iter().filter(|stack| stack.code == "cooked_gudgeon");
        stacks.map(|stack| stack.quantity).sum::<u32>()
    };
    company.look_every(MINUTE, 2 * HOUR, "Dan is fed", |company| food(company) > 0);
    company.look_every(MINUTE, 24 * HOUR, "Dan has fought enough", |company| {
        assert!(food(company) > 0, "at {}", company.now());
        pipeline(company).standing == GoalStanding::Reached
    });
    let gifts: u64 = company.stats().actions.values().filter_map(|kinds| kinds.get("give_item")).sum();
    assert!(gifts > 1, "{gifts} gifts");
    company.assert_everything_is_recorded_once();
}
