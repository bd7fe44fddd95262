//! The program: reads its configuration, starts logging, and runs one command to its end.
//!
//! Composition only: it knows every part and decides nothing about the game.

mod commands;
mod config;
mod data_folder;
mod demo;
mod played;
mod web;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::error::ErrorKind;
use config::{Cli, Command};
use tracing_subscriber::EnvFilter;

/// Only the help says how a command such as `callboard world` goes on.
const HALF_A_COMMAND: ErrorKind = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
/// The exit code of a command that was not understood, as elsewhere.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        // The help or the version, which were asked for; or the help for half a command.
        Err(answer) if !answer.use_stderr() || answer.kind() == HALF_A_COMMAND => answer.exit(),
        Err(error) => return fail(&config::one_line(&error), ExitCode::from(USAGE)),
    };
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{error:#}"), ExitCode::FAILURE),
    }
}

/// One line with all causes: what went wrong, and how to mend it.
fn fail(words: &str, code: ExitCode) -> ExitCode {
    #[expect(clippy::print_stderr, reason = "the answer to the person who started the program")]
    {
        eprintln!("callboard: {words}");
    }
    code
}

fn run(cli: Cli) -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(&cli.log)?)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        // It would be told on the same stderr, and panic when nobody reads that any more.
        .log_internal_errors(false)
        .with_writer(std::io::stderr)
        .init();
    let command = cli.command.unwrap_or(Command::Up(Box::new(cli.up)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Up(options) => commands::up::run(*options).await,
            Command::Sandbox(options) => commands::sandbox::run(options).await,
            Command::Forecast(options) => commands::forecast::run(options).await,
            Command::World(command) => commands::world::run(command).await,
            Command::Openapi => commands::openapi::run(),
        }
    })
}
