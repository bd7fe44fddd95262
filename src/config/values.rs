//! What a single option may be, and what to say when it is something else. clap puts the option and its value in front.

use std::net::SocketAddr;

use sandbox::SPEEDS;
use tracing_subscriber::filter::LevelFilter;
use url::Url;

/// Where to listen.
pub(super) fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse().map_err(|_| "not an address with a port, such as 127.0.0.1:8080")
}

/// The live game.
pub(crate) const LIVE: &str = "https://api.artifactsmmo.com";

/// Where the game is: an address, or `live`. What belongs to no server's address would be shown on the dashboard or be lost.
pub(super) fn game_url(text: &str) -> Result<Url, &'static str> {
    let url: Option<Url> = if text == "live" { LIVE } else { text }.parse().ok();
    url.filter(|url| {
        let plain = url.username().is_empty() && url.password().is_none();
        let bare = url.query().is_none() && url.fragment().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && plain && bare
    })
    .ok_or("neither `live` nor the address of a server, such as http://127.0.0.1:4000")
}

/// A name under which the dashboard may be asked for.
pub(super) fn host_name(text: &str) -> Result<String, &'static str> {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
    let plain = !text.is_empty() && text.chars().all(letter);
    plain
        .then(|| text.to_owned())
        .ok_or("not a name alone, such as callboard.example.org: no https://, no port")
}

/// How fast a sandbox runs.
pub(super) fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse().ok().filter(|speed| SPEEDS.contains(speed));
    speed.ok_or_else(|| format!("not a number from {} to {}", SPEEDS.start(), SPEEDS.end()))
}

/// The seed of a sandbox.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("not a whole number from 0 to {}", u64::MAX))
}

/// How many others play in a sandbox.
pub(super) fn players(text: &str) -> Result<usize, &'static str> {
    let count = text.parse().ok().filter(|count| *count <= 1000);
    count.ok_or("not a whole number from 0 to 1000")
}

/// How long history is kept: the charts of the last weeks live on it.
pub(super) fn days(text: &str) -> Result<u32, &'static str> {
    let days = text.parse().ok().filter(|days| (31..=36_500).contains(days));
    days.ok_or("not a whole number from 31 to 36500")
}

/// What to say in the log. A word that is no level would be taken for the only part that may speak.
pub(super) fn log(text: &str) -> Result<String, &'static str> {
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    let known = |word: &&str| match word.split_once('=') {
        None => is_level(word),
        Some((part, level)) => {
            let name = |letter: char| letter.is_ascii_alphanumeric() || "_:-".contains(letter);
            !part.is_empty() && part.chars().all(name) && is_level(level)
        }
    };
    if !words.iter().all(known) {
        return Err("not a level (error, warn, info, debug), or levels by part such as info,actors=debug");
    }
    // Parts alone would silence all others.
    let general = if words.iter().any(|word| is_level(word)) { "" } else { "info," };
    Ok(general.to_owned() + &words.join(","))
}

/// tracing would read numbers as levels, too, and nothing at all as `error`.
fn is_level(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && word.parse::<LevelFilter>().is_ok()
}
