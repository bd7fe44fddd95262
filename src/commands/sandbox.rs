//! `callboard sandbox`: serves the game's API over a world of its own.

use std::path::PathBuf;

use actors::clock::Clock;
use anyhow::Context as _;
use sandbox::{Demo, FaultRule, SandboxConfig, WorldSource};

use super::{listen, told_to_stop};
use crate::{
    config::{Sandbox, World},
    demo,
};

pub(crate) async fn run(options: Sandbox) -> anyhow::Result<()> {
    let listener = listen(options.listen).await?;
    let (speed, state) =
        (options.world.speed(), options.state.as_ref().map(|file| file.display().to_string()));
    let sandbox = open(&options.world, options.state, demo::account(&options.demo_token))?;
    let address = listener.local_addr()?;
    tracing::info!(speed, state, "the sandbox is on http://{address}; Ctrl-C stops it");
    let stopped = async {
        // Without signals it can still be killed.
        if told_to_stop().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    sandbox.serve(listener, stopped).await.context("the sandbox failed")?;
    tracing::info!("stopped");
    Ok(())
}

/// A sandbox with the demo account.
pub(crate) fn open(world: &World, state: Option<PathBuf>, demo: Demo) -> anyhow::Result<sandbox::Sandbox> {
    if world.seed.is_some()
        && let Some(file) = state.as_deref().filter(|file| file.exists())
    {
        let file = file.display();
        tracing::warn!(%file, "--seed is for a new world: the one in this file goes on with its own chance");
    }
    let config = SandboxConfig {
        world: world.world.clone().map_or(WorldSource::Embedded, WorldSource::Dir),
        speed: world.speed(),
        seed: world.seed(),
        players: world.players(),
        members: world.members,
        state,
        faults: world.faults.as_deref().map(FaultRule::read_list).transpose()?.unwrap_or_default(),
        demo: Some(demo),
        ..SandboxConfig::default()
    };
    let clock = Clock::System;
    Ok(sandbox::Sandbox::open(config, move || clock.now())?)
}
