//! Goals that wait for what comes by itself: events, taken by whoever gains most, who goes back to work afterwards.

use actors::board::{AutomationView, GoalStanding, GoalView};
use actors::company::GoalRequest;
use serde_json::{Value, json};
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND};

/// Ana and Bob, who mine for a goal; Ana alone knows how to gather glowcaps.
fn miners() -> TestCompany {
    let characters = ["Ana", "Bob"].map(|name| name.parse().expect("a name")).into();
    let company =
        TestCompany::start(Setup { characters, minds: Vec::new(), members: true, ..Setup::default() });
    company.run_for(MINUTE);
    company.give("Ana", "xp", json!({"type": "alchemy", "amount": 10_000}));
    company.run_for(2 * MINUTE);
    create(&company, "level", json!({"skill": "mining", "level": 30}));
    company.run_until(MINUTE, "both mine", |company| {
        ["Ana", "Bob"].iter().all(|name| part(company, name).is_some())
    });
    company
}

fn create(company: &TestCompany, kind: &str, config: Value) {
    let request =
        GoalRequest { account: None, kind: kind.to_owned(), config, priority: 5, after: Vec::new() };
    company.block_on(company.company().create_goal(request)).expect("a goal that can be");
}

fn run(company: &TestCompany, name: &str) -> Option<AutomationView> {
    company.character(name).expect("plays").automation
}

/// For which goal somebody works.
pub(crate) fn part(company: &TestCompany, name: &str) -> Option<String> {
    let goal = run(company, name)?.goal_id?;
    let goals = company.company().board().goals();
    goals.into_iter().find(|one| one.id == goal).map(|goal| goal.kind)
}

fn event_goal(company: &TestCompany) -> GoalView {
    let goals = company.company().board().goals();
    goals.into_iter().find(|goal| goal.kind == "event").expect("a goal about events")
}

#[test]
fn an_event_is_taken_by_whoever_gains_most_who_goes_back_to_work_afterwards() {
    let company = miners();
    create(&company, "event", Value::Null);
    company.run_until(MINUTE, "it waits", |company| event_goal(company).standing == GoalStanding::Waiting);
    company.spawn_event("glowcap_night");
    let goes = |company: &TestCompany| part(company, "Ana").as_deref() == Some("event");
    company.run_until(MINUTE, "Ana goes", goes);
    assert_eq!(event_goal(&company).standing, GoalStanding::UnderWay);
    let why = |company: &TestCompany| company.character("Ana").map(|ana| ana.why).unwrap_or_default();
    company
        .run_until(10 * MINUTE, "she gathers", |company| why(company).starts_with("Gathering glowcap_ring"));
    assert_eq!(part(&company, "Bob").as_deref(), Some("level"), "he stays at his work");
    let gone = |company: &TestCompany| part(company, "Ana").as_deref() == Some("level");
    let lasted = company.look_every(10 * SECOND, HOUR, "Ana goes back to work", gone);
    assert!(lasted > 50 * MINUTE, "she stays to the end");
    assert_eq!(event_goal(&company).standing, GoalStanding::Waiting);
}
