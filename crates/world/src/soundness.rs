//! Whether a world is sound: all it names is there, all it has can be had, and there is something to do on every level.
//!
//! [`check`] looks at a season's lists as they are, before anybody plays. First come the things that a reader of the
//! files sees: codes that occur twice, names that lead nowhere, figures that make no sense. Only a world without those
//! is played through, level by level (`progress`): what can be reached, gathered, beaten, made, bought or earned with
//! what the levels so far have brought. Whatever is left over at the end is a finding. Reading files, and telling
//! anybody, is left to others.

mod activity;
mod duplicates;
mod figures;
mod finding;
mod ground;
mod leftovers;
mod places;
mod progress;
mod references;
mod season;
mod trial;
mod wardrobe;

pub use finding::Finding;
pub use season::{Effect, Season};

use std::collections::BTreeMap;

use serde::Serialize;

use activity::Activity;
use ground::Ground;
use progress::Progress;

/// What the check of a world found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What is wrong, by file and code; nothing in a sound world.
    pub findings: Vec<Finding>,
    /// Whether the world was played through; with codes, names or figures that are wrong it cannot be.
    pub played: bool,
    /// The highest level that the world has something for.
    pub max_level: u32,
    /// How many rows each list has, by the name of its file without an ending.
    pub rows: BTreeMap<&'static str, usize>,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Looks for everything that is wrong with a world. The same lists give the same report.
#[must_use]
pub fn check(season: &Season) -> Report {
    let mut findings = duplicates::find(season);
    findings.extend(references::find(season));
    findings.extend(figures::find(season));
    let (max_level, played) = (season.max_level(), findings.is_empty());
    if played {
        findings = play(season, max_level);
    }
    findings.sort();
    findings.dedup();
    Report { findings, played, max_level, rows: season.rows() }
}

/// Plays a world through in which every row makes sense by itself.
fn play(season: &Season, max_level: u32) -> Vec<Finding> {
    let ground = match Ground::new(season) {
        Ok(ground) => ground,
        Err(problem) => return vec![Finding::new("lists", "all", problem.to_string())],
    };
    let mut activity = Activity::default();
    let mut progress = Progress::new(&ground);
    for level in 1..=max_level {
        progress.reach(level);
        activity.note(&progress, level);
    }
    [places::find(&ground), leftovers::find(&progress), activity.gaps(max_level)].concat()
}

#[cfg(test)]
mod tests;
