//! Several accounts at a budget half of what they want: all of it is used, fairly, without a 429, and a person's click need
//! not wait.

use std::{collections::BTreeMap, time::Duration};

use actors::limiter::{Gateway, Priority};
use api_client::{Token, calls};
use sandbox::{RateLimits, WindowLimits};
use test_support::company::{Fault, Setup, Stats, TOKEN, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, clicks, everybody_acts};

/// How fast the world runs, so that few minutes are many actions.
const SPEED: u32 = 10;
/// Names of accounts beside the demo's.
const OTHERS: [&str; 7] = ["second", "a-third", "fourth", "a-fifth", "a-sixth", "seventh", "eighth"];
/// How often a person clicks, how often at once, and how long after: not in step with the minute that is tested.
const BURSTS: usize = 12;
const AT_ONCE: usize = 4;
const BETWEEN: Duration = Duration::from_secs(17);

fn company(others: usize, per_minute: u32) -> TestCompany {
    // The sandbox takes them for speed 1. The second is as wide as the minute, for the minute is what is tested.
    let of = |limit: u32| Some(limit.div_ceil(SPEED));
    let action = WindowLimits { second: of(per_minute), minute: of(per_minute), ..WindowLimits::default() };
    let rate_limits = RateLimits { action, ..RateLimits::default() };
    let others = OTHERS[..others].to_vec();
    let company = TestCompany::start(Setup { speed: SPEED.into(), rate_limits, others, ..Setup::default() });
    everybody_acts(&company, PATIENCE);
    company
}

/// What was done within so long.
fn during(company: &TestCompany, span: Duration) -> (Stats, Stats) {
    let before = company.stats();
    company.run_for(span);
    (before, company.stats())
}

/// Requests for actions a minute when nothing holds them back.
fn wanted(others: usize) -> u32 {
    let (before, after) = during(&company(others, 100_000), MINUTE);
    u32::try_from(after.requests("action") - before.requests("action")).expect("a minute's requests")
}

/// The actions of each account, by the number behind its characters' names.
fn by_account(company: &TestCompany, (before, after): &(Stats, Stats)) -> BTreeMap<String, u64> {
    let mut done = BTreeMap::new();
    for name in company.names() {
        let number = name.as_str().trim_start_matches(char::is_alphabetic).to_owned();
        *done.entry(number).or_default() +=
            after.actions_of(name.as_str()) - before.actions_of(name.as_str());
    }
    done
}

fn half_a_budget_is_shared(others: usize) {
    // A multiple of the speed, for the sandbox reckons in whole requests of speed 1.
    let budget = wanted(others) / 2 / SPEED * SPEED;
    let company = company(others, budget);
    // Until the first burst has spread: it is as wide as the window.
    company.run_for(3 * MINUTE);
    let minutes = 5;
    let span = during(&company, minutes * MINUTE);
    let used = span.1.requests("action") - span.0.requests("action");
    let total = u64::from(budget * minutes);
    assert_eq!(span.1.rate_limited, 0);
    assert!(used * 100 >= total * 95, "{used} of {total} were used");

    let accounts = by_account(&company, &span);
    let fair = accounts.values().sum::<u64>() / accounts.len() as u64;
    assert_eq!(accounts.len(), others + 1);
    assert!(accounts.values().all(|done| done * 10 >= fair * 9), "{fair} would be fair: {accounts:?}");

    for _ in 0..BURSTS {
        let waited = clicks(&company, AT_ONCE);
        assert!(waited <= SECOND + SECOND / 2, "one of {AT_ONCE} clicks waited {waited:?}");
        company.run_for(BETWEEN);
    }
    for waited in reads(&company, 20) {
        assert!(waited <= 10 * SECOND, "a read waited {waited:?}");
    }
    assert_eq!(company.stats().rate_limited, 0);
    company.assert_everything_is_recorded_once();
}

#[test]
fn two_accounts_share_half_a_budget() {
    half_a_budget_is_shared(1);
}

#[test]
fn eight_accounts_share_half_a_budget() {
    half_a_budget_is_shared(7);
}

/// How long each of so many reads took, one after the other.
fn reads(company: &TestCompany, count: usize) -> Vec<Duration> {
    let gateway = Gateway::new(company.directory());
    let token = Token::new(TOKEN).expect("a token");
    let account = "demo".parse().expect("a name");
    company.block_on(async {
        let mut waits = Vec::new();
        for _ in 0..count {
            let began = tokio::time::Instant::now();
            let call = calls::GetAccount { token: &token };
            gateway.call(&account, Priority::Read, &call).await.expect("an answer");
            waits.push(began.elapsed());
        }
        waits
    })
}

#[test]
fn what_was_spent_before_a_restart_is_not_spent_again() {
    let hour = WindowLimits { hour: Some(200), ..WindowLimits::default() };
    let rate_limits = RateLimits { action: hour, ..RateLimits::default() };
    let mut company = TestCompany::start(Setup { rate_limits, ..Setup::default() });
    company.run_for(10 * MINUTE);
    let before = spent(&company);
    assert!(before > 60, "{before}");
    // The game does not say what is left, nor does that question keep anybody from acting.
    company.faults().always("/my/rates", Fault::SERVER_ERROR);
    company.crash();
    company.run_for(MINUTE);
    let after = spent(&company);
    assert!(after + 20 >= before, "{before} before, {after} after");
    company.run_for(40 * MINUTE);
    assert_eq!(company.stats().rate_limited, 0);
    assert!(company.stats().requests("action") <= 200);
}

/// What is spent of the hour's actions, as the dashboard shows it.
fn spent(company: &TestCompany) -> u32 {
    let rates = company.health().rates;
    let hour = rates.iter().find(|rate| (rate.bucket.as_str(), rate.window.as_str()) == ("action", "hour"));
    hour.map_or(0, |hour| hour.limit - hour.remaining)
}

#[test]
fn the_rates_are_asked_with_the_next_token_when_the_game_rejects_the_first() {
    let mut company = TestCompany::start(Setup { others: vec!["second"], ..Setup::default() });
    company
        .set_game_faults(&serde_json::json!([{ "fault": "token_revoked", "only": { "account": "demo" } }]));
    company.restart();
    company.run_for(5 * SECOND);
    assert_eq!(company.faults().asked("/my/rates"), 3, "one at the first start, two at the second");
}

#[test]
fn whoever_withdraws_waits_no_more() {
    let company = company(0, 10);
    company.run_until(MINUTE, "somebody waits for a place", |company| {
        company.node("limiter").doing.is_some_and(|doing| doing.text.ends_with("4 waiting"))
    });
    for name in company.names().to_vec() {
        let stop = company.company().change_automation(&name, actors::character::Wish::Stop);
        company.block_on(stop).unwrap();
    }
    company.run_for(SECOND);
    let doing = company.node("limiter").doing.unwrap().text;
    assert!(doing.ends_with("0 waiting"), "{doing}");
    company.assert_everything_is_recorded_once();
}
