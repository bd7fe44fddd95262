//! What the program can be told to do, one file each.

pub(crate) mod forecast;
pub(crate) mod openapi;
pub(crate) mod sandbox;
pub(crate) mod up;
pub(crate) mod world;

use std::net::SocketAddr;

use anyhow::Context as _;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Takes an address to listen on.
async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!(
            "cannot listen on {address}: choose another address with --listen, or stop what uses this one"
        )
    })
}

/// Waits for Ctrl-C or a polite kill.
async fn told_to_stop() -> anyhow::Result<()> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => tracing::info!("interrupted: stopping in order"),
        _ = terminate.recv() => tracing::info!("told to stop: stopping in order"),
    }
    Ok(())
}

/// Waits for Ctrl-C while everything stops. A polite kill may come twice, to the program and to its group.
async fn told_to_end_at_once() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
    tracing::warn!("interrupted again: ending at once");
}
