//! The store itself: the pool, and waiting for the server.

use std::{fmt, time::Duration};

use bb8::{Pool, RunError};

use crate::{
    error::StoreError,
    pool::{Connection, Connector, LastError, NoConnection},
    url::DatabaseUrl,
};

/// How a store uses its server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreOptions {
    /// Connections at most.
    pub max_connections: u32,
    /// How long a call waits for a connection before it fails as unavailable.
    pub acquire_timeout: Duration,
}

impl Default for StoreOptions {
    /// Eight connections serve a dashboard and the recorder; three seconds are more than a person likes to wait.
    fn default() -> Self {
        Self { max_connections: 8, acquire_timeout: Duration::from_secs(3) }
    }
}

/// The database. Cheap to clone; all clones share one pool.
#[derive(Clone)]
pub struct Store {
    pool: Pool<Connector>,
    last_error: LastError,
    pub(crate) connector: Connector,
}

impl Store {
    /// A store that connects when it is first used, so it can be made while the server is still away.
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    #[must_use]
    pub fn connect_lazy(url: &DatabaseUrl, options: StoreOptions) -> Self {
        let last_error = LastError::default();
        let connector = Connector { url: url.clone() };
        let pool = Pool::builder()
            .max_size(options.max_connections)
            .connection_timeout(options.acquire_timeout)
            .error_sink(Box::new(last_error.clone()))
            .build_unchecked(connector.clone());
        Self { pool, last_error, connector }
    }

    /// Connects once; a server that says that it is starting up is waited for, at most for `timeout`.
    ///
    /// # Errors
    /// At once when there is no server at the address or it does not let this program in; otherwise what it said last.
    pub async fn wait_ready(&self, timeout: Duration) -> Result<(), StoreError> {
        let deadline = tokio::time::Instant::now() + timeout;
        loop {
            let attempt = tokio::time::timeout_at(deadline, self.connector.establish()).await;
            let error = match attempt {
                Ok(Ok(_)) => return Ok(()),
                Ok(Err(error)) => error,
                Err(_) => NoConnection.into(),
            };
            let next = tokio::time::Instant::now() + Duration::from_millis(100);
            if next >= deadline || !error.is_starting() {
                return Err(error);
            }
            tokio::time::sleep_until(next).await;
        }
    }

    /// A connection on loan.
    pub(crate) async fn connection(&self) -> Result<Connection, StoreError> {
        match self.pool.get_owned().await {
            Ok(connection) => Ok(Connection(connection)),
            Err(RunError::User(error)) => Err(error),
            Err(RunError::TimedOut) => Err(self.last_error.take().unwrap_or_else(|| NoConnection.into())),
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("url", &self.connector.url).finish_non_exhaustive()
    }
}
