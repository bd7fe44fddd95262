//! A ranking of targets that can tell the player why the first is first, and what ruled the others out.

use crate::decision::Decision;

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

    /// The first three with their scores, and what ruled others out.
    pub(crate) fn facts(&self) -> Vec<(String, String)> {
        let places = ["1st choice", "2nd choice", "3rd choice"];
        let mut facts: Vec<_> = places
            .iter()
            .zip(&self.fit)
            .map(|(place, candidate)| {
                ((*place).to_owned(), format!("{}: {}", candidate.code, candidate.words))
            })
            .collect();
        if !self.out.is_empty() {
            facts.push(("ruled out".to_owned(), self.ruled_out()));
        }
        facts
    }

    /// The best, or the decision that nothing can be done, for a purpose such as "fight any monster".
    pub(crate) fn best(mut self, purpose: &str) -> Result<Candidate<T>, Decision> {
        if !self.fit.is_empty() {
            return Ok(self.fit.swap_remove(0));
        }
        Err(match self.out.len() {
            0 => {
                Obstacle::new("there is none in this season's data", "Choose something else").blocks(purpose)
            }
            1 => self.out.swap_remove(0).1.blocks(purpose),
            _ => {
                let nearest = self.out[0].1.unblock.clone();
                Obstacle::new(self.ruled_out(), nearest).blocks(purpose)
            }
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
