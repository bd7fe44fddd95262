//! Everything goes wrong, as seeded dice have it: what the game did is recorded exactly once all the same.

use std::{collections::BTreeMap, ops::RangeInclusive, time::Duration};

use test_support::company::{Fault, FaultPlan, LogEntry, Setup, TestCompany};

use crate::script::{PATIENCE, everybody_acts, fell};

/// Every fault of the connection, a few of a hundred requests each.
const CHANCES: [(f64, Fault); 9] = [
    (0.03, Fault::NotSent),
    (0.02, Fault::RequestLost),
    (0.02, Fault::ReplyLost),
    (0.02, Fault::ReplyCut),
    (0.02, Fault::Late(Duration::from_secs(2))),
    (0.02, Fault::SlowReply(Duration::from_secs(5))),
    (0.02, Fault::BAD_GATEWAY),
    (0.02, Fault::SERVER_ERROR),
    (0.02, Fault::too_many_requests(2)),
];

/// Some ten minutes of a company in trouble, and a calm end.
fn trouble(seed: u64) -> TestCompany {
    let faults = FaultPlan::rough(seed, CHANCES.to_vec());
    let mut company = TestCompany::start(Setup { faults, ..Setup::seeded(seed) });
    let mut dice = fastrand::Rng::with_seed(seed);
    for _ in 0..6 {
        // Never in the millisecond of a request or a reply: those end in 0 to 5.
        company.run_for(Duration::from_millis(10 * dice.u64(1_000..15_000) + 7));
        match dice.u32(0..10) {
            0 => company.crash(),
            1 => company.restart(),
            _ => {
                let who = dice.choice(company.names()).expect("somebody plays").clone();
                // One that has not come to life yet has nothing to fall from.
                if company.character(who.as_str()).is_some() {
                    fell(&company, who.as_str());
                }
            }
        }
        company.run_for(Duration::from_millis(3));
    }
    company.faults().clear();
    everybody_acts(&company, PATIENCE);
    company
}

fn logs(company: &TestCompany) -> BTreeMap<String, Vec<LogEntry>> {
    company.names().iter().map(|name| (name.to_string(), company.log(name))).collect()
}

/// Two tests share the seeds, for they are run side by side.
#[test]
fn whatever_goes_wrong_everything_is_recorded_once() {
    check(1..=10);
}

#[test]
fn whatever_else_goes_wrong_everything_is_recorded_once() {
    check(11..=20);
}

fn check(seeds: RangeInclusive<u64>) {
    let mut met: BTreeMap<Fault, u64> = BTreeMap::new();
    let mut resolved = 0;
    for seed in seeds {
        eprintln!("seed {seed}");
        let company = trouble(seed);
        let books = company.assert_everything_is_recorded_once();
        resolved += books.iter().flat_map(|books| &books.journal).filter(|done| done.resolved).count();
        for (fault, times) in company.faults().met() {
            *met.entry(fault).or_default() += times;
        }
    }
    // A check that never met what it checks proves nothing.
    for (_, fault) in CHANCES {
        assert!(met.get(&fault).is_some_and(|times| *times >= 5), "{fault:?} was hardly met: {met:?}");
    }
    assert!(resolved >= 10, "only {resolved} lost replies were found out");
}

#[test]
fn the_same_seed_is_the_same_run() {
    for seed in [1, 2] {
        let (once, again) = (trouble(seed), trouble(seed));
        assert_eq!(logs(&once), logs(&again), "seed {seed}");
        assert_eq!(once.faults().met(), again.faults().met(), "seed {seed}");
    }
}
