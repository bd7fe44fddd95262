//! The game rejects the account's token: the characters wait, say so, and go on when it is mended.

use actors::board::AccountState;
use test_support::company::Fault;

use crate::script::{HOUR, MINUTE, SECOND, acts, at_work, everybody_acts, fell};

#[test]
fn a_rejected_token_stops_everybody_until_it_is_mended() {
    let company = at_work();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    company.run_for(5 * MINUTE);
    for character in company.characters() {
        let problem = character.problem.expect("a problem that a person must look at");
        assert!(problem.contains("token"), "{problem}");
    }
    company.run_for(HOUR);
    let tries: u64 = company.faults().met().values().sum();
    assert!(tries <= 5 * 20, "{tries} tries in an hour with a token that the game rejects");

    company.faults().clear();
    everybody_acts(&company, 6 * MINUTE);
    company.run_for(SECOND);
    assert!(company.characters().iter().all(|character| character.problem.is_none()));
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_rejected_token_is_shown_once_and_tried_with_one_request_every_five_minutes() {
    let company = at_work();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    company.run_for(5 * MINUTE);
    let [account] = &company.health().accounts[..] else { panic!("there is one account") };
    assert_eq!(account.state, AccountState::Rejected);
    assert!(account.message.as_ref().is_some_and(|words| words.contains("Token is invalid")), "{account:?}");
    let before: u64 = company.faults().met().values().sum();
    company.run_for(HOUR);
    let tries = company.faults().met().values().sum::<u64>() - before;
    assert!((11..=13).contains(&tries), "{tries} tries in an hour for five characters of one account");

    company.faults().clear();
    company.run_for(6 * MINUTE);
    assert_eq!(company.health().accounts[0].state, AccountState::Ok);
}

#[test]
fn a_mended_token_is_tried_at_once_when_a_person_asks() {
    let company = at_work();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    company.run_for(6 * MINUTE);
    company.faults().clear();
    company.block_on(async { company.company().retry_accounts() });
    let waited = everybody_acts(&company, MINUTE);
    assert!(waited <= 2 * SECOND, "the last one acted after {waited:?}");
}

#[test]
fn a_fallen_character_comes_back_when_the_token_is_mended() {
    let company = at_work();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    company.run_for(6 * MINUTE);
    fell(&company, "Ana");
    company.run_for(MINUTE);
    company.faults().clear();
    company.block_on(async { company.company().retry_accounts() });
    acts(&company, "Ana", MINUTE);
}

#[test]
fn a_token_that_turns_out_rejected_after_an_outage_at_the_start_is_shown() {
    let mut company = at_work();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    company.restart();
    company.run_for(MINUTE);
    let accounts = company.health().accounts;
    assert!(matches!(&accounts[..], [account] if account.name.is_none()), "{accounts:?}");
    company.faults().clear();
    company.block_on(async { company.company().retry_accounts() });
    everybody_acts(&company, MINUTE);
    let accounts = company.health().accounts;
    assert!(matches!(&accounts[..], [account] if account.state == AccountState::Ok), "{accounts:?}");
}
