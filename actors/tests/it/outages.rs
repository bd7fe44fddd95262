//! The game is away for a while, or says that it is asked too much: nobody gives up, and nothing is lost.

use actors::board::{CharacterState, Reach};
use test_support::company::Fault;

use crate::script::{MINUTE, PATIENCE, SECOND, at_work, everybody_acts};

#[test]
fn after_an_outage_everybody_acts_again_within_seconds() {
    let company = at_work();
    company.faults().always("/", Fault::BAD_GATEWAY);
    company.run_for(MINUTE);
    let during = company.stats();
    company.run_for(9 * MINUTE);
    assert_eq!(company.health().game.state, Reach::Away);
    assert_eq!(company.stats(), during);
    for character in company.characters() {
        assert_eq!(character.state, CharacterState::GameAway, "nobody is said to act");
        assert!(character.since_ms >= 8 * 60_000, "{} ms", character.since_ms);
    }
    let tries: u64 = company.faults().met().values().sum();
    assert!(tries < 60, "{tries} tries in ten minutes are no rest for a server that is down");

    company.faults().clear();
    // The breaker's longest pause, and then a look into the log of each.
    let waited = everybody_acts(&company, MINUTE);
    assert!(waited <= 40 * SECOND, "the last one acted after {waited:?}");
    assert_eq!(company.health().game.state, Reach::Ok);
    company.run_for(5 * MINUTE);
    assert!(company.characters().iter().all(|character| character.problem.is_none()));
    company.assert_everything_is_recorded_once();
}

#[test]
fn an_outage_at_the_start_is_waited_for() {
    let company = at_work();
    company.faults().always("/", Fault::NotSent);
    let mut company = company;
    company.restart();
    company.run_for(10 * MINUTE);
    assert_eq!(company.health().game.state, Reach::Away);
    company.faults().clear();
    let waited = everybody_acts(&company, PATIENCE);
    assert!(waited <= 2 * MINUTE, "the last one acted after {waited:?}");
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_storm_of_429_is_waited_out() {
    let company = at_work();
    company.faults().always("/", Fault::too_many_requests(5));
    company.run_for(5 * MINUTE);
    let tries: u64 = company.faults().met().values().sum();
    assert!(tries <= 5 * 60 / 5 * 8, "{tries} tries, although each answer says to wait five seconds");

    company.faults().clear();
    let waited = everybody_acts(&company, MINUTE);
    assert!(waited <= 10 * SECOND, "the last one acted after {waited:?}");
    company.run_for(5 * MINUTE);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_stop_does_not_wait_for_the_end_of_an_outage() {
    for fault in [Fault::BAD_GATEWAY, Fault::NotSent, Fault::too_many_requests(60)] {
        let mut company = at_work();
        company.faults().always("/", fault);
        company.run_for(5 * MINUTE);
        let told = company.now();
        company.restart();
        let took = company.now().duration_since(told);
        assert!(took.as_secs() <= 15, "{fault:?}: the stop took {took}");
        company.faults().clear();
        everybody_acts(&company, 3 * MINUTE);
        company.assert_everything_is_recorded_once();
    }
}
