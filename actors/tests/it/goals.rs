//! Goals: planned, given out to those who are free, reached, and never against what a person has told somebody.

use actors::{
    board::{AutomationStatus, AutomationView, GoalStanding, GoalView},
    character::Wish,
    company::{AskError, GoalRequest},
};
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND};

/// Ana and Bob, and nobody has told them anything.
fn idle_company() -> TestCompany {
    idle(&["Ana", "Bob"])
}

/// Characters whom nobody has told anything.
pub(crate) fn idle(names: &[&str]) -> TestCompany {
    let characters = names.iter().map(|name| name.parse().expect("a name")).collect();
    let company = TestCompany::start(Setup { characters, minds: Vec::new(), ..Setup::default() });
    company.run_for(MINUTE);
    company
}

pub(crate) fn wanted(kind: &str, config: Value) -> GoalRequest {
    GoalRequest { account: None, kind: kind.to_owned(), config, priority: 5, after: Vec::new() }
}

fn mining(level: u32) -> GoalRequest {
    wanted("level", json!({"skill": "mining", "level": level, "who": "one"}))
}

pub(crate) fn create(company: &TestCompany, request: GoalRequest) -> Result<GoalView, AskError> {
    company.block_on(company.company().create_goal(request))
}

pub(crate) fn goals(company: &TestCompany) -> Vec<GoalView> {
    company.company().board().goals()
}

pub(crate) fn automation(company: &TestCompany, name: &str) -> Option<AutomationView> {
    company.character(name).expect("plays").automation
}

/// Who works for goals now.
fn workers(company: &TestCompany) -> Vec<&'static str> {
    let open = |run: AutomationView| run.goal_id.is_some() && run.status == AutomationStatus::Running;
    ["Ana", "Bob"].into_iter().filter(|name| automation(company, name).is_some_and(open)).collect()
}

fn until_somebody_works(company: &TestCompany) -> &'static str {
    company.run_until(MINUTE, "somebody works for the goal", |company| workers(company).len() == 1);
    workers(company)[0]
}

#[test]
fn a_goal_is_planned_given_out_and_reached() {
    let company = idle_company();
    let goal = create(&company, mining(3)).unwrap();
    assert_eq!((goal.standing, goal.words.as_str()), (GoalStanding::Planning, "mining 3 for one of them"));
    let worker = until_somebody_works(&company);
    let planned = &goals(&company)[0];
    assert_eq!((planned.standing, planned.lines.len()), (GoalStanding::UnderWay, 1));
    assert_eq!(planned.lines[0].character.as_str(), worker);
    assert!(planned.expected_end.unwrap() > company.now());
    company.look_every(MINUTE, 6 * HOUR, "the goal is reached", |company| {
        goals(company)[0].standing == GoalStanding::Reached
    });
    assert_eq!(company.character(worker).unwrap().skills["mining"].level, 3);
    company.run_for(10 * MINUTE);
    assert_eq!(workers(&company), Vec::<&str>::new());
    company.assert_everything_is_recorded_once();
}

#[test]
fn tasks_are_completed_for_a_goal_until_there_are_enough() {
    let company = idle_company();
    create(&company, wanted("tasks", json!({"tasks": 2}))).unwrap();
    company.run_until(MINUTE, "both work for it", |company| workers(company).len() == 2);
    company.look_every(MINUTE, 48 * HOUR, "the goal is reached", |company| {
        goals(company)[0].standing == GoalStanding::Reached
    });
    let names = ["Ana", "Bob"].map(|name| name.parse().unwrap());
    let log = names.iter().flat_map(|name| company.log(name));
    let completed = log.filter(|entry| entry.kind == "task_completed").count();
    assert!((2..=3).contains(&completed), "{completed} tasks were completed");
}

#[test]
fn an_achievement_is_reached_when_the_game_has_counted_all_that_it_asks_for() {
    let company = idle_company();
    create(&company, wanted("achievement", json!({"achievement": "a_bit_of_everything"}))).unwrap();
    company.run_until(MINUTE, "both work for it", |company| workers(company).len() == 2);
    company.look_every(MINUTE, 8 * HOUR, "the goal is reached", |company| {
        goals(company)[0].standing == GoalStanding::Reached
    });
    let gathers: u64 = company.stats().actions.values().map(|kinds| kinds["gathering"]).sum();
    // Fifty each of four things; what is begun before the game is asked again is finished.
    assert!((200..230).contains(&gathers), "{gathers} gathers");
}

#[test]
fn a_goal_goes_on_after_a_crash_and_is_begun_only_once() {
    let mut company = idle_company();
    create(&company, mining(5)).unwrap();
    let worker = until_somebody_works(&company);
    let run = automation(&company, worker).unwrap().run_id;
    company.crash();
    company.run_for(5 * MINUTE);
    assert_eq!(workers(&company), [worker]);
    assert_eq!(automation(&company, worker).unwrap().run_id, run);
    assert_eq!(goals(&company)[0].standing, GoalStanding::UnderWay);
}

#[test]
fn nothing_is_taken_for_reached_before_everybody_is_known_after_a_restart() {
    let mut company = idle_company();
    let everyone = json!({"skill": "mining", "level": 9});
    create(&company, wanted("level", everyone)).unwrap();
    company.run_until(MINUTE, "both work for it", |company| workers(company).len() == 2);
    for _ in 0..3 {
        company.crash();
        company.run_for(SECOND / 2);
        // One after the other is read.
        for _ in 0..60 {
            assert_ne!(goals(&company)[0].standing, GoalStanding::Reached);
            company.run_for(SECOND);
        }
        assert_eq!(workers(&company).len(), 2);
    }
}

#[test]
fn a_coordinator_that_falls_takes_the_plan_up_again() {
    let company = idle_company();
    create(&company, mining(5)).unwrap();
    let worker = until_somebody_works(&company);
    company.take_away("coordinator");
    company.run_for(MINUTE);
    company.bring_back("coordinator");
    company.run_for(MINUTE);
    assert_eq!(workers(&company), [worker]);
    assert_eq!(goals(&company)[0].lines[0].why, "It is at it already");
}

#[test]
fn what_a_person_tells_a_character_outranks_every_goal() {
    let company = idle_company();
    create(&company, mining(5)).unwrap();
    let worker = until_somebody_works(&company);
    let mind = Mind::new("gathering", json!({"skill": "woodcutting"})).unwrap();
    let name = worker.parse().unwrap();
    company.block_on(company.company().start_automation(&name, mind)).unwrap();
    company.run_for(2 * MINUTE);
    let run = automation(&company, worker).unwrap();
    assert_eq!((run.strategy.as_str(), run.goal_id), ("gathering", None));
    let other = if worker == "Ana" { "Bob" } else { "Ana" };
    assert_eq!(workers(&company), [other]);
}

#[test]
fn whoever_is_stopped_or_paused_by_hand_is_left_alone() {
    for wish in [Wish::Stop, Wish::Pause] {
        let company = idle_company();
        create(&company, mining(5)).unwrap();
        let worker = until_somebody_works(&company);
        company.run_for(5 * SECOND);
        company.block_on(company.company().change_automation(&worker.parse().unwrap(), wish)).unwrap();
        company.run_for(3 * MINUTE);
        let other = if worker == "Ana" { "Bob" } else { "Ana" };
        assert_eq!(workers(&company), [other], "{wish:?}");
    }
}

#[test]
fn whoever_works_for_a_goal_that_is_taken_back_goes_home() {
    let company = idle_company();
    let goal = create(&company, mining(5)).unwrap();
    let worker = until_somebody_works(&company);
    company.run_for(10 * MINUTE);
    company.block_on(company.company().delete_goal(goal.id)).unwrap();
    company.run_until(10 * MINUTE, "it has come home", |company| {
        automation(company, worker).is_some_and(|run| run.status == AutomationStatus::Stopped)
    });
    assert_eq!(goals(&company), Vec::new());
    assert_eq!(company.character(worker).unwrap().inventory.total, 0);
}

#[test]
fn a_preview_says_when_a_goal_would_be_reached_and_begins_nothing() {
    let company = idle_company();
    let view = company.block_on(company.company().preview_goal(mining(5))).unwrap();
    assert!(view.expected_end.unwrap() > company.now());
    company.run_for(MINUTE);
    assert_eq!((goals(&company), workers(&company)), (Vec::new(), Vec::new()));
}

#[test]
fn goals_that_make_no_sense_are_refused_in_words() {
    let company = idle_company();
    let message = |request| create(&company, request).unwrap_err().to_string();
    assert!(message(wanted("level", json!({"level": 99}))).contains("`level` must be"));
    assert!(message(wanted("level", json!({"names": ["Bobb"]}))).ends_with("did you mean `Bob`?"));
    let unknown = uuid::Uuid::nil();
    let waits = || GoalRequest { after: vec![unknown], ..mining(5) };
    let words = format!("`after`: there is no goal `{unknown}` that it could wait for");
    assert_eq!(message(waits()), words);
    let previewed = company.block_on(company.company().preview_goal(waits()));
    assert_eq!(previewed.unwrap_err().to_string(), words);
    let twice = message(wanted("level", json!({"names": ["Bob", "Bob"]})));
    assert!(twice.ends_with("`names[1]`: `Bob` is named twice"), "{twice}");
}

/// What is reserved in the bank, in words.
fn reserved(company: &TestCompany) -> Vec<String> {
    let account = company.character("Ana").expect("plays").account;
    let stock = company.company().board().bank(&account).expect("the bank was read");
    stock.reserved.iter().map(|one| format!("{} {} {:?}", one.quantity, one.code, one.holder)).collect()
}

#[test]
fn what_a_goal_needs_is_reserved_in_the_bank_until_it_is_reached() {
    let company = idle_company();
    create(&company, wanted("items", json!({"item": "copper_dagger", "quantity": 3}))).unwrap();
    company.look_every(MINUTE, 12 * HOUR, "bars are reserved", |company| {
        reserved(company).iter().any(|line| line.contains("copper_bar"))
    });
    company.look_every(MINUTE, 12 * HOUR, "the goal is reached", |company| {
        goals(company)[0].standing == GoalStanding::Reached
    });
    company.run_for(2 * MINUTE);
    assert_eq!(reserved(&company), Vec::<String>::new());
}
