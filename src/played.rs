//! What `up` plays, as its options say: a sandbox of its own, the live game, or another server with the game's API.

use anyhow::{Context as _, bail};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::config::{LIVE, Up};

/// What is played.
#[derive(Debug)]
pub(crate) enum Played {
    /// A sandbox of our own.
    Sandbox,
    /// A server with the game's API, for the accounts that the tokens belong to, and those that were added.
    Server { url: Url, tokens: Vec<SecretString> },
}

impl Played {
    /// What the options ask for.
    ///
    /// # Errors
    /// When they ask for two things, or for half of one.
    pub(crate) fn of(options: &Up) -> anyhow::Result<Self> {
        let world = &options.world;
        let for_sandbox = [
            ("--world", world.world.is_some()),
            ("--speed", world.speed.is_some()),
            ("--seed", world.seed.is_some()),
            ("--players", world.players.is_some()),
            ("--members", world.members),
            ("--faults", world.faults.is_some()),
        ];
        // A comma at the end is no token.
        let is_blank = |token: &&SecretString| token.expose_secret().trim().is_empty();
        let tokens: Vec<_> = options.tokens.iter().filter(|token| !is_blank(token)).cloned().collect();
        match (&options.tokens[..], &options.game_url) {
            ([], None) => Ok(Self::Sandbox),
            ([_, ..], _) if tokens.is_empty() => bail!(
                "--token (or ARTIFACTS_TOKEN) is empty: give the token of your account, or unset it to play the sandbox"
            ),
            (_, url) => {
                if let Some((option, _)) = for_sandbox.into_iter().find(|(_, given)| *given) {
                    bail!(
                        "{option} is for the sandbox, and --token (or ARTIFACTS_TOKEN) and --game-url play on a server: \
                         leave out one of the two"
                    );
                }
                let url = url.clone().map_or_else(|| LIVE.parse().context("the live game's address"), Ok)?;
                Ok(Self::Server { url, tokens })
            }
        }
    }

    /// For people: `sandbox`, `live`, or the server's host and port.
    pub(crate) fn mode(&self) -> String {
        match self {
            Self::Sandbox => "sandbox".to_owned(),
            Self::Server { url, .. } if is_live(url) => "live".to_owned(),
            // With its port, always, so that a server called `live` or `sandbox` is not taken for one of these.
            Self::Server { url, .. } => {
                let (host, port) = (url.host_str(), url.port_or_known_default());
                format!("{}:{}", host.unwrap_or_default(), port.unwrap_or_default())
            }
        }
    }

    /// What a data folder belongs to: what was learned from one server, or in one world, is wrong for any other.
    pub(crate) fn game(&self, options: &Up) -> String {
        // The folder that is meant, whatever dots and links lead to it.
        let world = options.world.world.as_deref().and_then(|world| std::fs::canonicalize(world).ok());
        let name = world.as_deref().and_then(|world| world.file_name());
        name.map_or_else(|| self.mode(), |name| format!("sandbox-{}", name.to_string_lossy()))
    }

    /// The name of that game's own data folder.
    pub(crate) fn folder(&self, options: &Up) -> String {
        let safe = |letter: char| letter.is_alphanumeric() || ".-_ ".contains(letter);
        self.game(options).replace(|letter| !safe(letter), "_")
    }
}

fn is_live(url: &Url) -> bool {
    LIVE.strip_prefix("https://") == url.host_str()
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::config::Cli;

    fn options(args: &str) -> Up {
        Cli::parse_from(["callboard"].into_iter().chain(args.split_whitespace())).up
    }

    fn named(args: &str) -> (String, String) {
        let options = options(args);
        let played = Played::of(&options).unwrap();
        (played.mode(), played.folder(&options))
    }

    #[test]
    fn every_server_has_a_name_and_a_folder_of_its_own() {
        for (args, mode, folder) in [
            ("", "sandbox", "sandbox"),
            ("--world src/../src", "sandbox", "sandbox-src"),
            ("--token t", "live", "live"),
            ("--game-url live", "live", "live"),
            ("--token t --game-url https://API.artifactsmmo.com/", "live", "live"),
            ("--game-url http://127.0.0.1:4000", "127.0.0.1:4000", "127.0.0.1_4000"),
            ("--token t --game-url http://127.0.0.1:4001", "127.0.0.1:4001", "127.0.0.1_4001"),
            ("--token t --game-url https://test.example", "test.example:443", "test.example_443"),
            ("--token t --game-url http://sandbox/", "sandbox:80", "sandbox_80"),
            ("--token t --game-url http://[::1]:4000", "[::1]:4000", "___1__4000"),
        ] {
            assert_eq!(named(args), (mode.to_owned(), folder.to_owned()), "{args}");
        }
    }

    #[test]
    fn a_comma_at_the_end_is_no_token() {
        let played = Played::of(&options("--token a,b,")).unwrap();
        assert!(matches!(&played, Played::Server { tokens, .. } if tokens.len() == 2), "{played:?}");
    }

    #[test]
    fn what_would_be_ignored_is_refused() {
        for (args, words) in [
            ("--token= ", ["--token", "empty"]),
            ("--token ,", ["--token", "empty"]),
            ("--token t --world w", ["--world", "sandbox"]),
            ("--token t --speed 5", ["--speed", "ARTIFACTS_TOKEN"]),
            ("--game-url http://127.0.0.1:4000 --seed 5", ["--seed", "sandbox"]),
        ] {
            let error = Played::of(&options(args)).unwrap_err().to_string();
            assert!(words.iter().all(|word| error.contains(word)), "{args}: {error}");
        }
    }
}
