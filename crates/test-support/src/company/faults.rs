//! Which request meets which fault: written down for some requests, thrown by seeded dice for the others.
//!
//! The requests for one path are a lane of their own, whose dice depend on the seed and on how many requests went
//! before in that lane, never on what happens elsewhere: so a seed means the same run, whoever is quicker.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    ops::RangeInclusive,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::fault::Fault;

/// Milliseconds that a request and its reply each take.
const LATENCY_MS: RangeInclusive<u64> = 20..=120;

/// The faults of a company's connection. Clones are the same plan.
#[derive(Clone)]
pub struct FaultPlan(Arc<Mutex<Plan>>);

struct Plan {
    seed: u64,
    rules: Vec<Rule>,
    chances: Vec<(f64, Fault)>,
    lanes: BTreeMap<String, u64>,
    met: BTreeMap<Fault, u64>,
}

struct Rule {
    path: String,
    fault: Fault,
    /// How many requests it still hits; `None` for all.
    times: Option<u32>,
}

/// What one request is in for.
pub(super) struct Journey {
    pub(super) there: Duration,
    pub(super) back: Duration,
    pub(super) fault: Option<Fault>,
}

impl FaultPlan {
    /// Nothing goes wrong until it is told to.
    #[must_use]
    pub fn calm(seed: u64) -> Self {
        Self::rough(seed, Vec::new())
    }

    /// Each request meets each of these faults with its probability; together they must stay below 1.
    #[must_use]
    pub fn rough(seed: u64, chances: Vec<(f64, Fault)>) -> Self {
        let plan = Plan { seed, chances, rules: Vec::new(), lanes: BTreeMap::new(), met: BTreeMap::new() };
        Self(Arc::new(Mutex::new(plan)))
    }

    /// The next request whose path begins with `path` meets `fault`.
    pub fn once(&self, path: &str, fault: Fault) {
        self.lock().rules.push(Rule { path: path.to_owned(), fault, times: Some(1) });
    }

    /// Every request whose path begins with `path` meets `fault`, until [`Self::clear`].
    pub fn always(&self, path: &str, fault: Fault) {
        self.lock().rules.push(Rule { path: path.to_owned(), fault, times: None });
    }

    /// Forgets what was written down and throws no dice any more.
    pub fn clear(&self) {
        let mut plan = self.lock();
        plan.rules.clear();
        plan.chances.clear();
    }

    /// How often each fault was met.
    #[must_use]
    pub fn met(&self) -> BTreeMap<Fault, u64> {
        self.lock().met.clone()
    }

    /// How many requests were made for exactly this path, whatever became of them.
    #[must_use]
    pub fn asked(&self, path: &str) -> u64 {
        self.lock().lanes.get(path).copied().unwrap_or_default()
    }

    /// How many requests were made for paths that begin so, whatever became of them.
    #[must_use]
    pub fn asked_below(&self, path: &str) -> u64 {
        self.lock().lanes.iter().filter(|(lane, _)| lane.starts_with(path)).map(|(_, count)| count).sum()
    }

    /// What the next request of this path is in for.
    pub(super) fn journey(&self, path: &str) -> Journey {
        let mut plan = self.lock();
        let mut dice = plan.dice(path);
        let written = plan.written(path);
        let thrown = plan.thrown(dice.f64());
        let fault = written.or(thrown);
        if let Some(fault) = fault {
            *plan.met.entry(fault).or_default() += 1;
        }
        let mut latency = || Duration::from_millis(dice.u64(LATENCY_MS));
        Journey { there: latency(), back: latency(), fault }
    }

    fn lock(&self) -> MutexGuard<'_, Plan> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    fn dice(&mut self, path: &str) -> fastrand::Rng {
        let before = self.lanes.entry(path.to_owned()).or_default();
        let mut hasher = DefaultHasher::new();
        (self.seed, path, *before).hash(&mut hasher);
        *before += 1;
        fastrand::Rng::with_seed(hasher.finish())
    }

    fn written(&mut self, path: &str) -> Option<Fault> {
        let place = self.rules.iter().position(|rule| path.starts_with(&rule.path))?;
        let rule = &mut self.rules[place];
        let fault = rule.fault;
        match &mut rule.times {
            None => {}
            Some(1) => drop(self.rules.remove(place)),
            Some(times) => *times -= 1,
        }
        Some(fault)
    }

    fn thrown(&self, mut dice: f64) -> Option<Fault> {
        self.chances.iter().find_map(|(chance, fault)| {
            dice -= chance;
            (dice < 0.0).then_some(*fault)
        })
    }
}
