//! The game rejects the account's token: the characters wait, say so, and go on when it is mended.

use test_support::company::Fault;

use crate::script::{HOUR, MINUTE, SECOND, at_work, everybody_acts};

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
