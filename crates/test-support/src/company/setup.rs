//! What a company under test is started with.

use std::path::PathBuf;

use game::CharacterName;
use planner::Mind;
use sandbox::{RateLimits, WorldSource};
use serde_json::json;

use super::faults::FaultPlan;

/// Everything that tests may want to be different. The default is the demo: five characters in the embedded world at
/// the game's own pace and limits, one for each gathering skill and one who fights, on a calm connection.
pub struct Setup {
    /// Where the world's chance and the limiter's jitter come from.
    pub seed: u64,
    /// The world to play in.
    pub world: WorldSource,
    /// How many others play by themselves.
    pub players: usize,
    /// How many times faster than real time the world runs.
    pub speed: f64,
    /// The game's limits at speed 1.
    pub rate_limits: RateLimits,
    /// Whether the account is a member, and so has the game's WebSocket.
    pub members: bool,
    /// What goes wrong on the way to the game.
    pub faults: FaultPlan,
    /// Who plays in the demo account; at most five.
    pub characters: Vec<CharacterName>,
    /// Further accounts whose tokens are given at the start, by name, with five characters each that have the account's
    /// number behind their names: Ana2, Ben2 …
    pub others: Vec<&'static str>,
    /// What they do at first, given out in turn.
    pub minds: Vec<Mind>,
    /// Whether runs have a forecast, which takes longer to reckon than a simulated day to play.
    pub run_forecasts: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self::seeded(1)
    }
}

impl Setup {
    /// The default with a seed of its own.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        let names = ["Ana", "Ben", "Cleo", "Dan", "Eva"];
        Self {
            seed,
            world: WorldSource::Embedded,
            players: 0,
            speed: 1.0,
            rate_limits: RateLimits::default(),
            members: false,
            faults: FaultPlan::calm(seed),
            characters: names.iter().map(|name| name.parse().expect("a valid name")).collect(),
            others: Vec::new(),
            minds: minds(),
            run_forecasts: false,
        }
    }
}

/// The reference season's data, when its folder is beside the checkout; otherwise it says that the test is skipped.
#[must_use]
pub fn season() -> Option<WorldSource> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/data"));
    if folder.is_dir() {
        return Some(WorldSource::Dir(folder));
    }
    eprintln!("skipped: {} is not there", folder.display());
    None
}

/// The characters of the account with this number; the demo account is number 1.
pub(super) fn characters(number: usize) -> Vec<CharacterName> {
    let names = ["Ana", "Ben", "Cleo", "Dan", "Eva"];
    names.iter().map(|name| format!("{name}{number}").parse().expect("a valid name")).collect()
}

fn minds() -> Vec<Mind> {
    let skills = ["mining", "woodcutting", "fishing", "alchemy"];
    let gathering = skills.map(|skill| Mind::new("gathering", json!({ "skill": skill })));
    let minds = gathering.into_iter().chain([Mind::new("combat", json!({}))]);
    minds.map(|mind| mind.expect("a valid configuration")).collect()
}
