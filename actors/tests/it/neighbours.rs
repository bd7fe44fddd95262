//! The actors that characters need fall, or are away for a while: the characters go on.

use actors::{
    account::{RegistrarMsg, RosterMsg},
    limiter::{Gateway, Priority},
    recorder::{CarryError, RecorderMsg},
};
use api_client::{Token, calls::GetRates};
use supervisor::ChildError;
use test_support::company::{Fault, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, at_work, everybody_acts};

/// Somebody falls; everybody goes on, and no character's actor was restarted for it.
fn check(fall: impl FnOnce(&TestCompany), id: &str) -> TestCompany {
    let company = at_work();
    let before = company.node(id).restarts;
    fall(&company);
    everybody_acts(&company, PATIENCE);
    company.run_for(3 * MINUTE);
    everybody_acts(&company, PATIENCE);
    assert_eq!(company.node(id).restarts, before + 1, "{id}");
    for name in company.names() {
        assert_eq!(company.node(&format!("character/demo/{name}")).restarts, 0, "{name}");
    }
    company.assert_everything_is_recorded_once();
    company
}

fn not_found() -> ChildError {
    ChildError::NotFound { id: "a character for tests".into() }
}

/// The limiter is asked for something at which it falls.
fn the_limiter_falls(company: &TestCompany) {
    company.faults().once("/my/rates", Fault::Panic);
    let gateway = Gateway::new(company.directory());
    let token = Token::new("any").expect("a token");
    let (account, call) = ("demo".parse().expect("a name"), GetRates { token: &token });
    let answer = company.block_on(gateway.call(&account, Priority::Click, &call));
    assert!(answer.is_err(), "{answer:?}");
    company.run_for(SECOND / 10);
    assert_eq!(company.node("limiter").restarts, 1);
}

#[test]
fn the_limiter_falls_with_a_request_of_a_character() {
    // The season's data goes with it, as it is read through it.
    let company = check(|company| company.faults().once("/my/Ben/action", Fault::Panic), "limiter");
    assert_eq!(company.node("game_data").restarts, 1);
}

#[test]
fn an_action_under_way_when_the_limiter_falls_is_recorded_once() {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::SlowRequest(8 * SECOND));
    company.run_until(PATIENCE, "Ana's request is on its way", |company| !company.faults().met().is_empty());
    the_limiter_falls(&company);
    company.run_for(MINUTE);
    everybody_acts(&company, PATIENCE);
    assert_eq!(company.stats().refusals(499), 0);
    company.assert_everything_is_recorded_once();
}

#[test]
fn the_roster_falls() {
    let name = "Ana".parse().unwrap();
    let fall = |company: &TestCompany| {
        let roster = company.directory().handle("roster/demo");
        roster.send(RosterMsg::Started(Err((name, not_found())))).unwrap();
    };
    check(fall, "roster/demo");
}

#[test]
fn the_registrar_falls() {
    let fall = |company: &TestCompany| {
        let registrar = company.directory().handle("registrar");
        registrar.send(RegistrarMsg::Opened("demo".parse().unwrap(), Err(not_found()))).unwrap();
    };
    check(fall, "registrar");
}

#[test]
fn the_recorder_falls() {
    let fall = |company: &TestCompany| {
        let recorder = company.directory().handle("recorder");
        let disk = journal::JournalError::UnknownIntent { id: uuid::Uuid::nil() };
        recorder.send(RecorderMsg::Carried(Err(CarryError::Journal(disk)))).unwrap();
    };
    check(fall, "recorder");
}

#[test]
fn whoever_is_away_for_minutes_stops_nobody() {
    for id in ["coordinator", "game_data", "roster/demo", "recorder", "registrar"] {
        let company = at_work();
        company.take_away(id);
        company.run_for(2 * MINUTE);
        everybody_acts(&company, PATIENCE);
        company.bring_back(id);
        company.run_for(MINUTE);
        everybody_acts(&company, PATIENCE);
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn without_the_limiter_everybody_waits_and_then_goes_on() {
    let company = at_work();
    company.take_away("limiter");
    company.run_for(MINUTE);
    let before = company.stats();
    company.run_for(5 * MINUTE);
    assert_eq!(company.stats(), before);
    company.bring_back("limiter");
    everybody_acts(&company, MINUTE);
    company.assert_everything_is_recorded_once();
}
