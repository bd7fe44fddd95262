//! `callboard world`: looks after folders with a season's static data.

mod check;
mod pull;

use crate::config::WorldCommand;

pub(crate) async fn run(command: WorldCommand) -> anyhow::Result<()> {
    match command {
        WorldCommand::Check(options) => check::run(options),
        WorldCommand::Pull(options) => pull::run(options).await,
    }
}
