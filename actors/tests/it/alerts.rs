//! Alert rules are kept by a company, and what they have told is told once.

use planner::{AlertRule, AlertWhen};
use test_support::company::{Setup, TestCompany};

use crate::script::{HOUR, MINUTE, everybody_acts};

fn told(company: &TestCompany) -> Vec<String> {
    company.company().board().firings().into_iter().map(|firing| firing.words).collect()
}

#[test]
fn what_was_told_is_not_told_again_after_a_crash() {
    let mut company = TestCompany::start(Setup { players: 30, ..Setup::default() });
    everybody_acts(&company, MINUTE);
    let season = company.block_on(company.company().season()).expect("the season is known");
    let item = Some("copper_ore".parse().expect("a code"));
    let rule = AlertRule { when: AlertWhen::AskBelow, item, limit: Some(1e6) };
    company.block_on(company.company().create_alert(rule, &season)).expect("the rule makes sense");
    company.run_until(HOUR, "somebody sells copper ore", |company| !told(company).is_empty());
    let (before, rules) = (told(&company), company.company().board().alerts());
    company.crash();
    let swept = |company: &TestCompany| company.company().board().prices().swept_at().is_some();
    company.run_until(HOUR, "all orders are read again", swept);
    company.run_for(10 * MINUTE);
    assert_eq!(told(&company), before);
    assert_eq!(company.company().board().alerts(), rules);
}
