//! What the forecast at a run's start said stays beside what came of the run.

use actors::{
    board::{ComparisonView, RunForecastView},
    character::Wish,
};
use planner::Mind;
use serde_json::json;
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, PATIENCE};

/// Ana gathers copper, and is expected to.
fn expected_to_gather() -> TestCompany {
    let mind = Mind::new("gathering", json!({ "resource": "copper_rocks" })).expect("a valid configuration");
    let characters = vec!["Ana".parse().expect("a valid name")];
    let setup = Setup { run_forecasts: true, characters, minds: vec![mind], ..Setup::default() };
    let company = TestCompany::start(setup);
    company.run_until(PATIENCE, "there is a forecast", |company| forecast(company).is_some());
    company
}

fn forecast(company: &TestCompany) -> Option<RunForecastView> {
    company.character("Ana")?.automation?.forecast
}

/// That as much xp came as was expected, within a tenth.
fn assert_near(comparison: &ComparisonView) {
    let came = comparison.came.as_ref().expect("something came");
    let off = came.xp / comparison.expected.xp - 1.0;
    assert!(came.xp > 0.0 && off.abs() < 0.1, "{comparison:?}");
}

#[test]
fn what_was_expected_stands_beside_what_came_after_a_crash() {
    let mut company = expected_to_gather();
    company.run_for(30 * MINUTE);
    let before = forecast(&company).expect("a forecast");
    assert_near(&before.so_far.expect("a first day"));
    assert!(before.horizons.iter().all(|horizon| horizon.came.is_none()), "{:?}", before.horizons);
    company.crash();
    company.run_for(HOUR);
    let after = forecast(&company).expect("a forecast");
    let so_far = after.so_far.expect("a first day");
    assert!((5300..5500).contains(&so_far.after_seconds), "{so_far:?}");
    let [hour, day] = &after.horizons[..] else { panic!("{:?}", after.horizons) };
    assert_near(hour);
    assert!(hour.came.as_ref().unwrap().xp < so_far.came.unwrap().xp, "what came by then stays");
    assert_eq!(hour.expected, before.horizons[0].expected);
    assert_eq!((day.after_seconds, &day.came), (86_400, &None));
}

#[test]
fn a_run_that_ends_early_is_compared_with_what_was_expected_by_its_end() {
    let company = expected_to_gather();
    company.run_for(20 * MINUTE);
    let ana = &company.names()[0];
    company.block_on(company.company().change_automation(ana, Wish::Stop)).expect("it runs");
    company.run_for(2 * HOUR);
    let forecast = forecast(&company).expect("a forecast");
    let at_the_end = forecast.so_far.expect("a first day");
    assert!((1200..1300).contains(&at_the_end.after_seconds), "{at_the_end:?}");
    assert_near(&at_the_end);
    assert!(forecast.horizons.iter().all(|horizon| horizon.came.is_none()), "{:?}", forecast.horizons);
}
