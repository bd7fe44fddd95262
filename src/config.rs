//! The command line and the environment: the one place where either is read. Every environment variable is a field.

mod forecast;
mod values;
mod world;

use std::{net::SocketAddr, path::PathBuf};

use clap::{
    ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand,
    builder::{NonEmptyStringValueParser, TypedValueParser},
    error::ErrorKind,
    parser::ValueSource,
};
use secrecy::SecretString;
use url::Url;

pub(crate) use forecast::Forecast;
pub(crate) use values::LIVE;
pub(crate) use world::{CheckWorld, PullWorld, WorldCommand};

/// Runs a company of Artifacts MMO characters unattended, and shows and steers them in the browser.
#[derive(Debug, Parser)]
#[command(name = "callboard", version, about)]
pub(crate) struct Cli {
    /// What to say in the log: error, warn, info, debug, or by part, such as `info,actors=debug`.
    #[arg(
        long,
        global = true,
        env = "CALLBOARD_LOG",
        default_value = "info",
        value_name = "FILTER",
        value_parser = values::log
    )]
    pub(crate) log: String,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) up: Up,
}

/// What to do; without a word, `up`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Play, and serve the dashboard; what `callboard` alone does, too.
    Up(Box<Up>),
    /// Serve the game's API over a world of its own, for bots to play against.
    Sandbox(Sandbox),
    /// Say what an automation would bring, within an hour and within a day.
    ///
    /// The same planner plays the season's rules from the state a character is in: a new one, or one of a running
    /// Callboard. What other players and events do, and how long requests take, is not in it.
    Forecast(Forecast),
    /// Look after folders with a season's static data, which `--world` takes.
    #[command(subcommand)]
    World(WorldCommand),
    /// Print the description of the dashboard's API.
    Openapi,
}

/// Options of `up`.
#[derive(Debug, Args)]
pub(crate) struct Up {
    /// Where the dashboard listens.
    #[arg(
        long,
        env = "CALLBOARD_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS",
        value_parser = values::address
    )]
    pub(crate) listen: SocketAddr,
    /// A name under which a reverse proxy shows the dashboard; it answers to no other names than this machine's own.
    /// Repeat it, or separate names by commas.
    #[arg(
        long = "allow-host",
        env = "CALLBOARD_ALLOWED_HOSTS",
        value_name = "NAME",
        value_delimiter = ',',
        value_parser = values::host_name
    )]
    pub(crate) allow_hosts: Vec<String>,
    /// Folder for journal, built-in database and sandbox; by default one per game under
    /// `/var/lib/callboard` (root) or `~/.local/share/callboard`.
    #[arg(long, env = "CALLBOARD_DATA", value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL database of yours; without it a private server runs in the data folder.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub(crate) database_url: Option<SecretString>,
    /// Token of your game account; without it, and without `--game-url`, a sandbox with a demo account is played. For
    /// several accounts repeat it, or separate tokens by commas; more can be added on the dashboard.
    #[arg(
        long = "token",
        env = "ARTIFACTS_TOKEN",
        value_name = "TOKEN",
        value_delimiter = ',',
        hide_env_values = true
    )]
    pub(crate) tokens: Vec<SecretString>,
    /// The key that encrypts the tokens of accounts added on the dashboard, 32 bytes in base64; without it the file
    /// `secret.key` in the data folder, which is made at the first start.
    #[arg(long, env = "CALLBOARD_SECRET_KEY", value_name = "KEY", hide_env_values = true)]
    pub(crate) secret_key: Option<SecretString>,
    /// How many days the action log, snapshots of characters and prices are kept in the database, from 31 to 36500; what is
    /// older goes month by month.
    #[arg(long, env = "CALLBOARD_KEEP_DAYS", value_name = "DAYS", default_value = "90", value_parser = values::days)]
    pub(crate) keep_days: u32,
    /// The server to play on, with the accounts of the tokens and those added on the dashboard: its address, or `live`,
    /// which it is with a token if nothing else is said.
    #[arg(long, env = "CALLBOARD_GAME_URL", value_name = "URL", value_parser = values::game_url)]
    pub(crate) game_url: Option<Url>,
    #[command(flatten)]
    pub(crate) world: World,
    /// Let the dashboard's API make characters fall, to see that they come back.
    #[arg(long)]
    pub(crate) chaos: bool,
}

/// Options of the sandbox's world.
#[derive(Debug, Args)]
pub(crate) struct World {
    /// Folder with a season's static data for the sandbox: `items.json`, `monsters.json`, `resources.json`, `maps.json`,
    /// and the other lists if they are there. Without it a small world of its own.
    #[arg(long, value_name = "DIR")]
    pub(crate) world: Option<PathBuf>,
    /// How many times as fast as real time the sandbox runs, from 1 to 1000 [default: 1].
    #[arg(long, value_name = "N", value_parser = values::speed, allow_negative_numbers = true)]
    pub(crate) speed: Option<f64>,
    /// The seed of all chance in a new sandbox [default: 1].
    #[arg(long, value_name = "N", value_parser = values::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// How many others play in the sandbox by themselves, who gather, craft, fight, and trade on the Grand Exchange, from 0
    /// to 1000 [default: 12].
    #[arg(long, value_name = "N", value_parser = values::players, allow_negative_numbers = true)]
    pub(crate) players: Option<usize>,
    /// Every new account of the sandbox is a member without paying, the demo account too; so it has the WebSocket and the
    /// fight simulator.
    #[arg(long)]
    pub(crate) members: bool,
    /// What goes wrong on the way to the sandbox: a file with a list of faults, or the list itself (docs/faults.md).
    #[arg(long, value_name = "FILE|JSON")]
    pub(crate) faults: Option<String>,
}

/// Options of `sandbox`.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// Where the sandbox listens.
    #[arg(long, default_value = "127.0.0.1:4000", value_name = "ADDRESS", value_parser = values::address)]
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
        hide_env_values = true,
        value_parser = NonEmptyStringValueParser::new().map(SecretString::from)
    )]
    pub(crate) demo_token: SecretString,
}

impl World {
    pub(crate) fn speed(&self) -> f64 {
        self.speed.unwrap_or(1.0)
    }

    pub(crate) fn seed(&self) -> u64 {
        self.seed.unwrap_or(1)
    }

    pub(crate) fn players(&self) -> usize {
        self.players.unwrap_or(12)
    }
}

impl Cli {
    /// Reads the command line and the environment.
    ///
    /// # Errors
    /// What is wrong with them; also the help, when that is what was asked for.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        Self::understand(Self::command().try_get_matches()?)
    }

    fn understand(matches: ArgMatches) -> Result<Self, clap::Error> {
        let mut command = Self::command();
        if let Some(word) = matches.subcommand_name() {
            // clap takes an option in front of a command for one of `callboard` alone, where nobody would look at it.
            let misplaced = command.get_arguments().find(|option| {
                let given = matches.try_contains_id(option.get_id().as_str()).unwrap_or(false)
                    && matches.value_source(option.get_id().as_str()) == Some(ValueSource::CommandLine);
                given && !option.is_global_set()
            });
            if let Some(option) = misplaced.and_then(clap::Arg::get_long) {
                let words =
                    format!("'--{option}' stands in front of '{word}': options of a command follow it");
                return Err(command.error(ErrorKind::ArgumentConflict, words));
            }
        }
        Self::from_arg_matches(&matches)
    }
}

/// What clap has to say about wrong options, in one line.
pub(crate) fn one_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim);
    let mut first = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    // What is missing stands below, one to a line.
    if first.ends_with(':') {
        let named = lines.by_ref().take_while(|line| !line.is_empty()).collect::<Vec<_>>();
        first = format!("{first} {}", named.join(", "));
    }
    let tips = lines
        .filter_map(|line| line.strip_prefix("tip: "))
        .filter(|tip| tip.contains("similar"))
        .map(|tip| format!("; {tip}"));
    format!("{first}{}; see 'callboard --help'", tips.collect::<String>())
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
mod tests;
