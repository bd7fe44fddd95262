//! The command line and the environment: the one place where either is read. Every environment variable is a field.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use secrecy::SecretString;

/// Runs a company of Artifacts MMO characters unattended, and shows and steers them in the browser.
#[derive(Debug, Parser)]
#[command(name = "callboard", version, about)]
pub(crate) struct Cli {
    /// What to say in the log: error, warn, info, debug, or per part, such as `info,actors=debug`.
    #[arg(long, global = true, env = "CALLBOARD_LOG", default_value = "info", value_name = "FILTER")]
    pub(crate) log: String,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) up: Up,
}

/// What to do; without a word, `up`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Play, and serve the dashboard.
    Up(Box<Up>),
    /// Serve the game's API over a world of its own, for bots to play against.
    Sandbox(Sandbox),
    /// Print the description of the dashboard's API.
    Openapi,
}

/// Options of `up`.
#[derive(Debug, Args)]
pub(crate) struct Up {
    /// Where the dashboard listens.
    #[arg(long, env = "CALLBOARD_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    /// Folder for journal, built-in database and sandbox; by default one per game under
    /// `/var/lib/callboard` (root) or `~/.local/share/callboard`.
    #[arg(long, env = "CALLBOARD_DATA", value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL database of yours; without it a private server runs in the data folder.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub(crate) database_url: Option<SecretString>,
    /// Token of your game account; without it a sandbox with a demo account is played.
    #[arg(long, env = "ARTIFACTS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub(crate) token: Option<SecretString>,
    /// The game's address.
    #[arg(
        long,
        env = "CALLBOARD_GAME_URL",
        default_value = "https://api.artifactsmmo.com",
        value_name = "URL"
    )]
    pub(crate) game_url: String,
    #[command(flatten)]
    pub(crate) world: World,
    /// Let the dashboard's API make characters fall, to see that they come back.
    #[arg(long)]
    pub(crate) chaos: bool,
}

/// Options of the sandbox's world.
#[derive(Debug, Args)]
pub(crate) struct World {
    /// Folder with a season's static data (`items.json`, `monsters.json`, `resources.json`, `maps.json` …) for the
    /// sandbox; without it a small world of its own.
    #[arg(long, value_name = "DIR")]
    pub(crate) world: Option<PathBuf>,
    /// How many times faster than real time the sandbox runs, from 1 to 1000.
    #[arg(long, default_value_t = 1.0, value_name = "N")]
    pub(crate) speed: f64,
    /// The seed of all chance in a new sandbox.
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub(crate) seed: u64,
    /// What goes wrong on the way to the sandbox: a file with a list of faults, or the list itself (docs/faults.md).
    #[arg(long, value_name = "FILE|JSON")]
    pub(crate) faults: Option<String>,
}

/// Options of `sandbox`.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// Where the sandbox listens.
    #[arg(long, default_value = "127.0.0.1:4000", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) world: World,
    /// File that keeps the world over restarts; without it each start is a new world.
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// Token of the demo account, which has five characters.
    #[arg(
        long,
        env = "CALLBOARD_DEMO_TOKEN",
        default_value = "demo",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    pub(crate) demo_token: SecretString,
}

/// The default data folder of a company: one folder per game, so that a sandbox never mixes with the live game.
pub(crate) fn default_data(company: &str) -> PathBuf {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
    let folder = match (std::env::var("XDG_DATA_HOME"), std::env::var("HOME")) {
        _ if is_root() => PathBuf::from("/var/lib"),
        (Ok(folder), _) if !folder.is_empty() => folder.into(),
        (_, Ok(home)) => PathBuf::from(home).join(".local/share"),
        _ => PathBuf::from("."),
    };
    folder.join("callboard").join(company)
}

/// PostgreSQL's own user cannot enter root's home, so root's data lives elsewhere.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn secrets_are_not_printed() {
        let cli =
            Cli::parse_from(["callboard", "--token", "canary", "--database-url", "postgres://u:canary@h/d"]);
        assert!(!format!("{cli:?}").contains("canary"));
    }
}
