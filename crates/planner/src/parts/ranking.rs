//! A ranking of targets that can tell the player why the first is first, and what ruled the others out.

use crate::decision::{Alternative, Decision, Why};

/// Of those that can be taken, so many are told.
const TOLD: usize = 5;
/// Of those ruled out, so many are named.
const NAMED: usize = 6;

/// What stands in the way of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Obstacle {
    pub(crate) why: String,
    /// What would remove it.
    pub(crate) unblock: String,
}

impl Obstacle {
    pub(crate) fn new(why: impl Into<String>, unblock: impl Into<String>) -> Self {
        Self { why: why.into(), unblock: unblock.into() }
    }

    /// What a decision says that could not be made otherwise.
    pub(crate) fn of(decision: &Decision) -> Self {
        let Why { text, unblock, .. } = decision.why();
        Self { why: text.clone(), unblock: unblock.clone().unwrap_or_default() }
    }

    /// The decision when nothing else is left to do, for a purpose such as "fight chicken".
    pub(crate) fn blocks(self, purpose: &str) -> Decision {
        Decision::blocked(format!("Cannot {purpose}: {}", self.why), self.unblock)
    }
}

/// Targets by score, the greatest first, and those that are out of the question.
pub(crate) struct Ranking<T> {
    fit: Vec<Candidate<T>>,
    /// The most promising first.
    out: Vec<(String, Obstacle)>,
}

/// A target that can be taken.
pub(crate) struct Candidate<T> {
    pub(crate) code: String,
    pub(crate) score: f64,
    /// The score in words.
    pub(crate) words: String,
    pub(crate) details: T,
}

impl<T> Ranking<T> {
    pub(crate) fn new() -> Self {
        Self { fit: Vec::new(), out: Vec::new() }
    }

    pub(crate) fn add(&mut self, candidate: Candidate<T>) {
        let place = self.fit.partition_point(|better| better.score >= candidate.score);
        self.fit.insert(place, candidate);
    }

    pub(crate) fn rule_out(&mut self, code: &str, obstacle: Obstacle) {
        self.out.push((code.to_owned(), obstacle));
    }

    /// How many can be taken.
    pub(crate) fn len(&self) -> usize {
        self.fit.len()
    }

    /// The first with their scores in `unit`, and what ruled others out, for a choice such as "monster".
    pub(crate) fn alternatives(&self, choice: &str, unit: &str) -> Vec<Alternative> {
        let fit = self.fit.iter().take(TOLD).map(|candidate| Alternative {
            choice: choice.to_owned(),
            code: candidate.code.clone(),
            score: Some((candidate.score * 10.0).round() / 10.0),
            unit: unit.to_owned(),
            words: candidate.words.clone(),
            ruled_out: None,
        });
        let out = self.out.iter().take(NAMED).map(|(code, obstacle)| Alternative {
            choice: choice.to_owned(),
            code: code.clone(),
            score: None,
            unit: unit.to_owned(),
            words: obstacle.unblock.clone(),
            ruled_out: Some(obstacle.why.clone()),
        });
        fit.chain(out).collect()
    }

    /// All of it in one line: the best, the others, and what was ruled out.
    pub(crate) fn line(&self) -> String {
        let fit = self.fit.iter().map(|candidate| format!("{} ({})", candidate.code, candidate.words));
        let fit = fit.collect::<Vec<_>>().join(", ");
        match (self.fit.is_empty(), self.out.is_empty()) {
            (true, true) => "nothing brings it this season".to_owned(),
            (false, true) => fit,
            (true, false) => self.ruled_out(),
            (false, false) => format!("{fit}; ruled out: {}", self.ruled_out()),
        }
    }

    /// The best, or the decision that nothing can be done, for a purpose such as "fight any monster".
    pub(crate) fn best(self, purpose: &str) -> Result<Candidate<T>, Decision> {
        self.take().map_err(|obstacle| obstacle.blocks(purpose))
    }

    /// The best, or what stands in the way of all.
    pub(crate) fn take(mut self) -> Result<Candidate<T>, Obstacle> {
        if !self.fit.is_empty() {
            return Ok(self.fit.swap_remove(0));
        }
        Err(match self.out.len() {
            0 => Obstacle::new("there is none in this season's data", "Choose something else"),
            1 => self.out.swap_remove(0).1,
            _ => Obstacle::new(self.ruled_out(), self.out[0].1.unblock.clone()),
        })
    }

    fn ruled_out(&self) -> String {
        let mut words: Vec<_> = self
            .out
            .iter()
            .take(NAMED)
            .map(|(code, obstacle)| format!("{code} ({})", obstacle.why))
            .collect();
        if self.out.len() > NAMED {
            words.push(format!("{} more", self.out.len() - NAMED));
        }
        words.join(", ")
    }
}
