//! Random supervisors, and random things that happen to them.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use supervisor::machine::ChildRules;
use supervisor::{Backoff, ChildId, Flags, Kind, Restart, Shutdown, Strategy as Together};

/// How many different children there are in all.
const NAMES: usize = 8;

/// A supervisor, the children of its spec, and the seed of all that is left to chance.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) flags: Flags,
    pub(crate) children: Vec<ChildRules>,
    pub(crate) fate: Fate,
}

/// One thing that happens. Numbers choose among what there is at the time, modulo its size.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Fail(usize),
    EndNormally(usize),
    StartChild(ChildRules),
    TerminateChild(ChildId),
    RestartChild(ChildId),
    DeleteChild(ChildId),
    /// So many milliseconds pass.
    Pass(u64),
    /// A timer of the past fires once more.
    LateTimer(usize),
    /// An end of the past is told once more.
    LateExit(usize),
    /// Something that was under way is done (chaos only).
    Finish(usize),
    Shutdown,
}

/// Chance, as a function: which starts fail and which children do not stop by themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fate {
    pub(crate) seed: u64,
    /// Whether children may fail at their very first start.
    pub(crate) boot_may_fail: bool,
}

impl Fate {
    /// Whether the `nth` start of `id` (from 1) fails.
    pub(crate) fn start_fails(&self, id: &ChildId, nth: u64) -> bool {
        (nth > 1 || self.boot_may_fail) && self.draw(("start", id, nth)).is_multiple_of(5)
    }

    /// Whether the `nth` incarnation of `id` has to be killed.
    pub(crate) fn is_stubborn(&self, id: &ChildId, nth: u64) -> bool {
        self.draw(("stop", id, nth)).is_multiple_of(4)
    }

    pub(crate) fn draw(&self, of: impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.seed, of).hash(&mut hasher);
        hasher.finish()
    }
}

fn name(number: usize) -> ChildId {
    format!("child/{number}").into()
}

/// One child's rules, out of a number.
fn rules(number: usize, choice: u32) -> ChildRules {
    let restart = match choice % 7 {
        0..4 => Restart::Permanent,
        4..6 => Restart::Transient,
        _ => Restart::Temporary,
    };
    let shutdown = match choice / 7 % 5 {
        0..3 => Shutdown::Timeout(Duration::from_secs(2)),
        3 => Shutdown::Kill,
        _ => Shutdown::Infinity,
    };
    let backoff = match choice / 35 % 3 {
        0..2 => Backoff::NONE,
        _ => Backoff::exponential(Duration::from_millis(700), Duration::from_secs(3)),
    };
    ChildRules { restart, backoff, ..ChildRules::new(name(number), Kind::Worker, shutdown) }
}

fn setup() -> impl Strategy<Value = Setup> {
    let together =
        prop_oneof![Just(Together::OneForOne), Just(Together::OneForAll), Just(Together::RestForOne)];
    let flags = (together, 0..6_u32, 1..8_u64).prop_map(|(strategy, intensity, seconds)| Flags {
        strategy,
        intensity,
        period: Duration::from_secs(seconds),
    });
    let children = vec(any::<u32>(), 0..6)
        .prop_map(|choices| (0..).zip(choices).map(|(number, choice)| rules(number, choice)).collect());
    (flags, children, any::<u64>(), prop::bool::weighted(0.1)).prop_map(
        |(flags, children, seed, boot_may_fail)| {
            let fate = Fate { seed, boot_may_fail };
            Setup { flags, children, fate }
        },
    )
}

/// One step, out of one number: a proptest strategy per step would take longer than all that is tested.
fn step(choice: u32) -> Step {
    let (kind, number) = (choice % 256, choice / 256);
    let index = number as usize;
    let id = name(index % NAMES);
    match kind {
        0..30 => Step::Fail(index),
        30..45 => Step::EndNormally(index),
        45..65 => Step::StartChild(rules(index % NAMES, number / 8)),
        65..80 => Step::TerminateChild(id),
        80..95 => Step::RestartChild(id),
        95..103 => Step::DeleteChild(id),
        103..130 => Step::Pass(u64::from(number % 300)),
        130..155 => Step::Pass(u64::from(number % 9000)),
        155..163 => Step::LateTimer(index),
        163..171 => Step::LateExit(index),
        171..173 => Step::Shutdown,
        173.. => Step::Finish(index),
    }
}

/// Plays scripts of 200,000 steps in all, give or take. A failing one is made as short as it can be before it is shown.
pub(crate) fn play_many_steps(play: impl Fn(&Setup, &[Step]) -> Result<(), TestCaseError>) {
    let config =
        Config { cases: 1000, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let steps = vec(any::<u32>(), 0..=400).prop_map(|steps| steps.into_iter().map(step).collect::<Vec<_>>());
    let played = TestRunner::new(config).run(&(setup(), steps), |(setup, steps)| play(&setup, &steps));
    if let Err(failure) = played {
        panic!("{failure}");
    }
}
