//! Serving over TCP until told to stop, and saving meanwhile. Everything runs inside the caller's future.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{net::TcpListener, sync::Notify, time::sleep};

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
        let app = self.router().into_make_service_with_connect_info::<SocketAddr>();
        let served = async { axum::serve(listener, app).with_graceful_shutdown(stop).await };
        let overdue = async {
            stopping.notified().await;
            sleep(GRACE).await;
        };
        let outcome = tokio::select! {
            outcome = served => outcome.map_err(SandboxError::Serve),
            () = overdue => Ok(()),
            () = self.keep_saving() => Ok(()),
        };
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
