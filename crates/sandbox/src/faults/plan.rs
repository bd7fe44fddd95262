//! The rules that stand, in their order, and which of them a request meets.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::{
    Fault, FaultRule, Only,
    dice::{self, Dice},
    only::{Subject, What},
    rule::Which,
};

/// There are so many lanes at most: a client may ask for any number of paths.
const LANES: u64 = 1024;

/// All rules that stand.
#[derive(Debug)]
pub(crate) struct Plan {
    seed: u64,
    last_id: u64,
    standing: Vec<Standing>,
}

/// A rule that stands, and what it has seen.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Standing {
    /// To take it away by.
    id: u64,
    /// When it was set.
    #[serde(skip)]
    set_at: Timestamp,
    /// What it is about.
    #[serde(flatten)]
    rule: FaultRule,
    /// Requests that it was about, while it stood.
    seen: u64,
    /// Those that met its fault.
    met: u64,
    /// Requests seen by lane.
    #[serde(skip)]
    lanes: BTreeMap<u64, u64>,
}

/// A fault that a request meets, and its dice for what is still open about it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hit {
    pub(super) fault: Fault,
    pub(super) dice: Dice,
}

impl Plan {
    /// Nothing goes wrong yet.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, last_id: 0, standing: Vec::new() }
    }

    /// Puts rules in the place of all others, as if there had never been any.
    pub(crate) fn replace(&mut self, rules: Vec<FaultRule>, now: Timestamp) {
        *self = Self::new(self.seed);
        for rule in rules {
            self.add(rule, now);
        }
    }

    /// Adds a rule after the others.
    pub(crate) fn add(&mut self, rule: FaultRule, now: Timestamp) -> &Standing {
        self.last_id += 1;
        let standing =
            Standing { id: self.last_id, set_at: now, rule, seen: 0, met: 0, lanes: BTreeMap::new() };
        self.standing.push_mut(standing)
    }

    /// Takes a rule away; whether there was one.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let before = self.standing.len();
        self.standing.retain(|standing| standing.id != id);
        self.standing.len() < before
    }

    /// The rules, in their order.
    pub(crate) fn standing(&self) -> &[Standing] {
        &self.standing
    }

    /// The faults that last, for whom it is not enough to look at a request: those with an open socket.
    pub(super) fn lasting(&self, now: Timestamp) -> impl Iterator<Item = (&Fault, &Only)> {
        let lasting = self.standing.iter().filter(move |standing| standing.lasts(now));
        lasting.map(|standing| (&standing.rule.fault, &standing.rule.only))
    }

    /// What a request or message meets, in the order of the rules: the first is what it meets first.
    pub(crate) fn hits(&mut self, subject: Subject<'_>, now: Timestamp) -> Vec<Hit> {
        let seed = self.seed;
        let lane = dice::lane(&subject.lane()) % LANES;
        let is_message = matches!(subject.what, What::Message { .. });
        let about = |standing: &&mut Standing| {
            standing.rule.fault.is_of_messages() == is_message
                && standing.rule.only.takes(subject)
                && standing.rule.when.holds(standing.set_at, now)
        };
        self.standing.iter_mut().filter(about).filter_map(|standing| standing.hit(seed, lane)).collect()
    }
}

impl Standing {
    /// Whether the fault lasts: nothing is left to chance, and if its requests are written down, the first was made.
    fn lasts(&self, now: Timestamp) -> bool {
        let has_begun = match &self.rule.which {
            Which::All => true,
            Which::Rate(_) => false,
            Which::Script(_) => self.met > 0,
        };
        has_begun && self.rule.when.holds(self.set_at, now)
    }

    /// Counts a request; what it meets, if it is its turn.
    fn hit(&mut self, seed: u64, lane: u64) -> Option<Hit> {
        self.seen += 1;
        let in_lane = self.lanes.entry(lane).or_default();
        *in_lane += 1;
        let mut dice = Dice::new(seed, self.id, lane, *in_lane);
        let meets = match &self.rule.which {
            Which::All => true,
            Which::Rate(rate) => dice.chance() < *rate,
            Which::Script(script) => script.iter().any(|turns| turns.contain(self.seen)),
        };
        self.met += u64::from(meets);
        meets.then(|| Hit { fault: self.rule.fault.clone(), dice })
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn plan(seed: u64, rules: &str) -> Plan {
        let mut plan = Plan::new(seed);
        plan.replace(serde_json::from_str(rules).unwrap(), NOW);
        plan
    }

    fn get(path: &str) -> Subject<'_> {
        Subject { account: None, what: What::Request { method: &Method::GET, path } }
    }

    fn meets(plan: &mut Plan, path: &str) -> usize {
        plan.hits(get(path), NOW).len()
    }

    #[test]
    fn a_script_counts_the_requests_that_its_rule_is_about() {
        let mut plan =
            plan(1, r#"[{"fault": "connection_reset", "only": {"path": "/items"}, "script": [2]}]"#);
        let asked = ["/items", "/maps", "/items", "/items"];
        assert_eq!(asked.map(|path| meets(&mut plan, path)), [0, 0, 1, 0]);
        assert_eq!((plan.standing()[0].seen, plan.standing()[0].met), (3, 1));
    }

    #[test]
    fn a_rate_is_met_that_often_and_the_same_way_each_time() {
        let rules = r#"[{"fault": "connection_reset", "rate": 0.25}]"#;
        let met = |seed| -> Vec<usize> {
            let mut plan = plan(seed, rules);
            (0..2_000).map(|_| meets(&mut plan, "/items")).collect()
        };
        let times: usize = met(1).iter().sum();
        assert!((430..570).contains(&times), "{times} of 2000");
        assert_eq!(met(1), met(1));
        assert_ne!(met(1), met(2));
    }

    #[test]
    fn what_is_asked_elsewhere_changes_nothing_for_a_path() {
        let rules = r#"[{"fault": "connection_reset", "rate": 0.5}]"#;
        let mut alone = plan(1, rules);
        let mut among_others = plan(1, rules);
        for _ in 0..100 {
            meets(&mut among_others, "/maps");
            assert_eq!(meets(&mut alone, "/items"), meets(&mut among_others, "/items"));
        }
    }

    #[test]
    fn several_rules_are_met_in_their_order() {
        let rules = r#"[{"fault": {"delay": {"request_ms": 5}}}, {"fault": "connection_reset"}]"#;
        let hits = plan(1, rules).hits(get("/"), NOW);
        assert!(matches!(
            hits[..],
            [Hit { fault: Fault::Delay(_), .. }, Hit { fault: Fault::ConnectionReset(_), .. }]
        ));
    }

    #[test]
    fn a_rule_that_is_taken_away_or_over_is_met_no_more() {
        let mut plan = plan(
            1,
            r#"[{"fault": "connection_reset"}, {"fault": "connection_reset", "when": {"for_seconds": 1}}]"#,
        );
        assert!(plan.remove(1) && !plan.remove(1));
        assert_eq!(meets(&mut plan, "/"), 1);
        let later = NOW + jiff::SignedDuration::from_secs(1);
        assert_eq!(plan.hits(get("/"), later), []);
    }
}
