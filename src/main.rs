//! The program: reads its configuration, starts logging, and runs one command to its end.
//!
//! Composition only: it knows every part and decides nothing about the game.

mod commands;
mod config;
mod demo;
mod web;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser;
use config::{Cli, Command};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line with all causes: what went wrong, and how to mend it.
            tracing::debug!(?error, "ending with an error");
            #[expect(clippy::print_stderr, reason = "the answer to the person who started the program")]
            {
                eprintln!("callboard: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&cli.log)
        .map_err(|error| anyhow::anyhow!("--log {}: {error}; try `info` or `info,actors=debug`", cli.log))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let command = cli.command.unwrap_or(Command::Up(Box::new(cli.up)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Up(options) => commands::up::run(*options).await,
            Command::Sandbox(options) => commands::sandbox::run(options).await,
            Command::Openapi => commands::openapi::run(),
        }
    })
}
