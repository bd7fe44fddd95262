//! The game's limits are tight: all of the budget is used, none of it twice, and a person's click need not wait.

use sandbox::{RateLimits, WindowLimits};
use test_support::company::{Setup, TestCompany};

use crate::script::{MINUTE, SECOND, clicks};

/// Actions per minute, for five characters who could do ten times as many.
const BUDGET: u32 = 20;

fn narrow() -> TestCompany {
    let speed = 10;
    let action = WindowLimits { minute: Some(BUDGET / speed), ..WindowLimits::default() };
    let rate_limits = RateLimits { action, ..RateLimits::default() };
    let company = TestCompany::start(Setup { speed: speed.into(), rate_limits, ..Setup::default() });
    company.run_for(2 * MINUTE);
    company
}

#[test]
fn a_narrow_budget_is_used_up_and_shared_without_a_single_429() {
    let company = narrow();
    let before = company.stats();
    company.run_for(10 * MINUTE);
    let after = company.stats();

    assert_eq!(after.rate_limited, 0);
    let budget = u64::from(BUDGET) * 10;
    let used = after.requests("action") - before.requests("action");
    assert!(used * 100 >= budget * 95, "{used} of {budget} were used");
    for name in company.names() {
        let share = after.actions_of(name.as_str()) - before.actions_of(name.as_str());
        assert!(share * 5 * 2 >= budget, "{name} did only {share} of {budget}");
    }
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_click_finds_a_place_while_everybody_waits_for_one() {
    let company = narrow();
    for _ in 0..3 {
        let waited = clicks(&company, 1);
        assert!(waited <= SECOND + SECOND / 2, "a click waited {waited:?}");
        company.run_for(2 * MINUTE);
    }
    assert_eq!(company.stats().rate_limited, 0);
}
