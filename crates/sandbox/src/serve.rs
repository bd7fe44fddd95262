//! Serving over TCP until told to stop, and saving meanwhile. Everything runs inside the caller's future.

mod wire;

use std::{convert::Infallible, future::ready, sync::Arc, time::Duration};

use axum::{
    extract::{ConnectInfo, Extension},
    serve::IncomingStream,
};
use tokio::{
    net::TcpListener,
    sync::Notify,
    time::{sleep, timeout},
};
use tower::{Layer, service_fn};

use wire::Wires;

use crate::{Sandbox, SandboxError};

/// At most this much is lost when the machine dies.
const SAVE_EVERY: Duration = Duration::from_secs(3);
/// Requests still open at shutdown get this long; none takes that long.
const GRACE: Duration = Duration::from_secs(5);

impl Sandbox {
    /// Serves until `shutdown` is ready, then lets open requests end and saves the state.
    ///
    /// # Errors
    /// The listener fails, or the state cannot be saved at the end. A save that fails on the way is logged and tried
    /// again: the world goes on without its disk.
    pub async fn serve(
        &self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), SandboxError> {
        let stopping = Arc::new(Notify::new());
        let stop = {
            let stopping = stopping.clone();
            async move {
                shutdown.await;
                stopping.notify_one();
            }
        };
        let router = self.router();
        // Each request is told of its connection: who is at the other end, and the way to cut it off.
        let app = service_fn(move |stream: IncomingStream<'_, Wires>| {
            let peer = Extension(ConnectInfo(*stream.remote_addr()));
            let line = Extension(stream.io().line.clone());
            ready(Ok::<_, Infallible>((peer, line).layer(router.clone())))
        });
        let served = async { axum::serve(Wires(listener), app).with_graceful_shutdown(stop).await };
        let overdue = async {
            stopping.notified().await;
            sleep(GRACE).await;
        };
        let outcome = tokio::select! {
            outcome = served => outcome.map_err(SandboxError::Serve),
            () = overdue => Ok(()),
            () = self.keep_saving() => Ok(()),
        };
        drop(timeout(GRACE, self.hub().close()).await);
        self.save().and(outcome)
    }

    async fn keep_saving(&self) {
        loop {
            sleep(SAVE_EVERY).await;
            if let Err(error) = self.save_changes() {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the sandbox could not save its state"
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use game::Refusal;
    use jiff::Timestamp;
    use tempfile::tempdir;

    use super::*;
    use crate::SandboxConfig;

    #[tokio::test(start_paused = true)]
    async fn changes_are_saved_within_seconds_and_nothing_is_written_without_one() {
        let folder = tempdir().unwrap();
        let state = folder.path().join("state.json");
        let config = SandboxConfig { state: Some(state.clone()), ..SandboxConfig::default() };
        let sandbox = Sandbox::open(config, || Timestamp::UNIX_EPOCH).unwrap();
        let a_while = || async {
            tokio::select! {
                () = sandbox.keep_saving() => {}
                () = sleep(3 * SAVE_EVERY) => {}
            }
        };
        a_while().await;
        fs::remove_file(&state).unwrap();
        a_while().await;
        assert!(!state.exists());
        sandbox.change(|_, _| Ok::<_, Refusal>(())).unwrap();
        a_while().await;
        assert!(state.exists());
    }
}
