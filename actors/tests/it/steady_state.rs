//! Days like any other.

use actors::board::Reach;
use planner::Mind;
use serde_json::json;
use test_support::company::{Fault, Setup, TOKEN, TestCompany};

use crate::script::{HOUR, MINUTE, PATIENCE, everybody_acts};

#[test]
fn one_action_is_one_request_for_hours_while_the_database_is_away() {
    let company = TestCompany::start(Setup::default());
    everybody_acts(&company, MINUTE);
    // Neither the beginning nor the end of the two hours is near to a time at which anything is read.
    company.run_for(25 * MINUTE);
    let early = company.stats();
    company.run_for(2 * HOUR);
    let late = company.stats();

    let actions = late.actions() - early.actions();
    assert!(actions > 2 * 5 * 60, "five characters did only {actions} actions in two hours");
    assert_eq!(late.requests("action") - early.requests("action"), actions);
    // Every ten minutes the season's version, every quarter of an hour the list of characters, every seven minutes the
    // events, and every hour the raids; and the exchange once for two hundred actions.
    let seldom = 2 * (6 + 4 + 1) + 17;
    let data = late.requests("data") - early.requests("data");
    assert!((seldom..=seldom + actions / 200 + 1).contains(&data), "{data} for {actions} actions");
    assert_eq!((late.rate_limited, late.refusals(499)), (0, 0), "{:?}", late.refusals);

    assert_eq!(company.health().database.state, Reach::Away);
    company.assert_everything_is_recorded_once();
}

#[test]
fn everybody_says_what_it_does_and_why() {
    let company = TestCompany::start(Setup::default());
    everybody_acts(&company, MINUTE);
    company.run_for(MINUTE);
    for character in company.characters() {
        assert!(!character.doing.is_empty() && !character.why.is_empty(), "{character:?}");
        assert_eq!((character.restarts, character.problem), (0, None));
        assert!(!character.last_actions.is_empty());
    }
}

#[test]
fn a_run_counts_the_games_own_time_however_fast_the_world_is() {
    let seconds = [1.0, 40.0].map(|speed| {
        let company = TestCompany::start(Setup { speed, ..Setup::default() });
        everybody_acts(&company, PATIENCE);
        let mind = Mind::new("gathering", json!({ "skill": "mining", "loops": 20 })).unwrap();
        let ana = "Ana".parse().unwrap();
        company.block_on(company.company().start_automation(&ana, mind)).unwrap();
        let tally = || company.character("Ana").and_then(|ana| ana.automation).map(|run| run.tally);
        company.run_until(HOUR, "20 gathers", |_| tally().is_some_and(|tally| tally.gathers == 20));
        tally().expect("Ana has a run").seconds
    });
    // The first way there may have been walked before.
    assert!(seconds[0] > 20 * 20 && seconds[0].abs_diff(seconds[1]) <= 60, "{seconds:?}");
}

#[test]
fn the_tree_has_the_characters_in_the_order_of_the_account() {
    let company = TestCompany::start(Setup::default());
    everybody_acts(&company, MINUTE);
    let children = company.node("characters/demo").children;
    let ids: Vec<_> = children.iter().map(|child| child.id.as_str()).collect();
    let expected = ["Ana", "Ben", "Cleo", "Dan", "Eva"].map(|name| format!("character/demo/{name}"));
    assert_eq!(ids, expected);
}

#[test]
fn the_token_is_neither_shown_nor_kept() {
    let company = TestCompany::start(Setup::default());
    company.faults().once("/my/Ana/action", Fault::TOKEN_REJECTED);
    company.faults().once("/my/Ben/action", Fault::ReplyLost);
    company.run_for(5 * MINUTE);
    let told = [
        format!("{:?}", company.journal()),
        format!("{:?}", company.characters()),
        format!("{:?}", company.health()),
        format!("{:?}", company.tree()),
    ];
    assert!(told.iter().all(|text| text.len() > 100 && !text.contains(TOKEN)));
}
