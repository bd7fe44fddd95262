//! The options of `callboard world`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use url::Url;

use super::values;

/// What to do with a folder of static data.
#[derive(Debug, Subcommand)]
pub(crate) enum WorldCommand {
    /// Prove that a world is sound, or list what is wrong with it.
    ///
    /// Sound means: everything that is named is there, every item can be had, every place with something on it can be
    /// reached, every monster can be beaten, and on every level there is something to do for each skill. Each finding is
    /// one line with file, code and what is wrong; then the exit code is 1.
    Check(CheckWorld),
    /// Make such a folder from any server of the game's API, and check it.
    ///
    /// Needs no token, keeps to the server's rate limits, and goes on where an earlier try was interrupted.
    Pull(PullWorld),
}

/// Options of `world check`.
#[derive(Debug, Args)]
pub(crate) struct CheckWorld {
    /// Folder with `items.json`, `monsters.json`, `resources.json`, `maps.json` …; without it the world that comes with
    /// the program.
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Answer with one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Options of `world pull`.
#[derive(Debug, Args)]
pub(crate) struct PullWorld {
    /// The server's address, such as `https://api.artifactsmmo.com`.
    #[arg(long, value_name = "URL", value_parser = values::game_url)]
    pub(crate) from: Url,
    /// Folder to put the lists into; it is made if need be.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// Put them also where something else is: a world that was made by hand, or pulled from another server. Files of
    /// other names stay as they are.
    #[arg(long)]
    pub(crate) force: bool,
}
