//! The options of `callboard forecast`.

use std::path::PathBuf;

use clap::Args;
use url::Url;

use super::values;

/// Options of `forecast`.
#[derive(Debug, Args)]
pub(crate) struct Forecast {
    /// Name of a strategy, such as `gathering`.
    #[arg(value_name = "STRATEGY")]
    pub(crate) strategy: String,
    /// Its configuration as JSON, such as `{"skill": "mining"}`; what is left out has its default.
    #[arg(value_name = "CONFIG", default_value = "{}", hide_default_value = true)]
    pub(crate) config: String,
    /// Folder with a season's static data for a new character; without it the world that comes with the program.
    #[arg(long, value_name = "DIR", conflicts_with = "from")]
    pub(crate) world: Option<PathBuf>,
    /// A running Callboard to ask, such as `http://127.0.0.1:8080`, about one of its characters.
    #[arg(long, value_name = "URL", value_parser = values::game_url, requires = "character")]
    pub(crate) from: Option<Url>,
    /// Which of its characters.
    #[arg(long, value_name = "NAME", requires = "from")]
    pub(crate) character: Option<String>,
    /// How far to look, in hours of the game's time: numbers from 1 to 72, separated by commas.
    #[arg(
        long,
        value_name = "HOURS",
        value_delimiter = ',',
        default_value = "1,24",
        value_parser = clap::value_parser!(u32).range(1..=72)
    )]
    pub(crate) hours: Vec<u32>,
    /// Answer with JSON, as the API does.
    #[arg(long)]
    pub(crate) json: bool,
}
