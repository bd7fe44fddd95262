//! What a sandbox can be told at its start.

use std::{fmt, ops::RangeInclusive, path::PathBuf};

use crate::{FaultRule, RateLimits};

/// The speeds a sandbox can run at.
pub const SPEEDS: RangeInclusive<f64> = 1.0..=1000.0;

/// Everything a sandbox can be told at its start.
#[derive(Debug, Clone)]
pub struct SandboxConfig {
    /// The world to play in.
    pub world: WorldSource,
    /// How many times faster than real time the world runs: 1 to 1000. Cooldowns shrink and rate limits grow with it.
    pub speed: f64,
    /// How many others play by themselves.
    pub players: usize,
    /// Where all chance of a new world comes from. A restored world goes on with its own.
    pub seed: u64,
    /// The file that keeps accounts, characters, banks and logs between runs; without it they are gone at the end.
    pub state: Option<PathBuf>,
    /// Rate limits at speed 1.
    pub rate_limits: RateLimits,
    /// What goes wrong from the start. More can be set, and all of it cleared, while the sandbox runs.
    pub faults: Vec<FaultRule>,
    /// Whether every new account is a member without paying.
    pub members: bool,
    /// An account that is there from the start.
    pub demo: Option<Demo>,
}

impl Default for SandboxConfig {
    /// The embedded world at the game's own pace, remembered by nobody.
    fn default() -> Self {
        Self {
            world: WorldSource::Embedded,
            speed: 1.0,
            players: 0,
            seed: 1,
            state: None,
            rate_limits: RateLimits::default(),
            faults: Vec::new(),
            members: false,
            demo: None,
        }
    }
}

/// Where the world's static data comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorldSource {
    /// The world that comes with the program.
    Embedded,
    /// A folder with a season's lists in the API's JSON shape.
    Dir(PathBuf),
}

/// An account that the sandbox makes by itself, so that there is something to play with.
#[derive(Clone, PartialEq, Eq)]
pub struct Demo {
    /// Its name.
    pub account: String,
    /// Its bearer token, and its password at `POST /token`.
    pub token: String,
    /// Name and skin of its characters, at most five.
    pub characters: Vec<(String, String)>,
}

impl fmt::Debug for Demo {
    /// Without the token, which must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Demo")
            .field("account", &self.account)
            .field("characters", &self.characters)
            .finish_non_exhaustive()
    }
}
