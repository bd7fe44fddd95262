//! Connections: making them, finding out why there is none, and telling a dying server from a failing statement.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, PoisonError},
};

use bb8::{ErrorSink, ManageConnection, PooledConnection};
use diesel::{QueryResult, result::Error as QueryError};
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection, pooled_connection::PoolableConnection};
use tokio_postgres::{NoTls, error::SqlState};

use crate::{
    error::{Cause, StoreError},
    url::DatabaseUrl,
};

/// Makes connections for the pool.
#[derive(Debug, Clone)]
pub(crate) struct Connector {
    pub(crate) url: DatabaseUrl,
}

impl Connector {
    /// A new connection, outside of any pool.
    pub(crate) async fn establish(&self) -> Result<AsyncPgConnection, StoreError> {
        let (client, connection) =
            self.url.config().connect(NoTls).await.map_err(|error| self.describe(error))?;
        AsyncPgConnection::try_from_client_and_connection(client, connection)
            .await
            .map_err(|error| StoreError::Unavailable { doing: "connecting", source: error.into() })
    }

    fn describe(&self, error: tokio_postgres::Error) -> StoreError {
        // Class 28: user or password; 3D000: no such database.
        let login = error
            .code()
            .is_some_and(|code| code.code().starts_with("28") || *code == SqlState::INVALID_CATALOG_NAME);
        if login {
            StoreError::Login { address: self.url.to_string(), source: error.into() }
        } else {
            StoreError::Unavailable { doing: "connecting", source: error.into() }
        }
    }
}

impl ManageConnection for Connector {
    type Connection = AsyncPgConnection;
    type Error = StoreError;

    async fn connect(&self) -> Result<AsyncPgConnection, StoreError> {
        self.establish().await
    }

    async fn is_valid(&self, connection: &mut AsyncPgConnection) -> Result<(), StoreError> {
        ping(connection).await.map_err(|error| StoreError::query("checking a connection", error))
    }

    fn has_broken(&self, connection: &mut AsyncPgConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

async fn ping(connection: &mut AsyncPgConnection) -> QueryResult<()> {
    connection.batch_execute("SELECT 1").await
}

/// Remembers why the pool last failed to connect: whoever waits for a connection is only told that time is up.
#[derive(Clone, Default)]
pub(crate) struct LastError(Arc<Mutex<Option<StoreError>>>);

impl LastError {
    /// The last failure, once.
    pub(crate) fn take(&self) -> Option<StoreError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl ErrorSink<StoreError> for LastError {
    fn sink(&self, error: StoreError) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    fn boxed_clone(&self) -> Box<dyn ErrorSink<StoreError>> {
        Box::new(self.clone())
    }
}

impl fmt::Debug for LastError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LastError")
    }
}

/// A connection on loan from the pool.
pub(crate) struct Connection(pub(crate) PooledConnection<'static, Connector>);

impl Connection {
    /// Sorts the result of a query. A server that is told to stop answers with an error that looks like any other;
    /// it is known by being gone right after.
    pub(crate) async fn judge<T>(
        &mut self,
        doing: &'static str,
        result: QueryResult<T>,
    ) -> Result<T, StoreError> {
        let error = match result {
            Ok(value) => return Ok(value),
            Err(error) => StoreError::query(doing, error),
        };
        match error {
            StoreError::Failed { doing, source } => match ping(self).await {
                Err(gone) if is_gone(&gone) => Err(StoreError::Unavailable { doing, source }),
                _ => Err(StoreError::Failed { doing, source }),
            },
            other => Err(other),
        }
    }
}

fn is_gone(error: &QueryError) -> bool {
    use diesel::result::DatabaseErrorKind::{ClosedConnection, UnableToSendCommand};
    matches!(error, QueryError::DatabaseError(UnableToSendCommand | ClosedConnection, _))
}

impl Deref for Connection {
    type Target = AsyncPgConnection;
    fn deref(&self) -> &AsyncPgConnection {
        &self.0
    }
}

impl DerefMut for Connection {
    fn deref_mut(&mut self) -> &mut AsyncPgConnection {
        &mut self.0
    }
}

/// All connections stayed in use for the whole time that a caller was ready to wait.
#[derive(Debug, thiserror::Error)]
#[error("all connections were in use, or the server took too long to answer")]
pub(crate) struct NoConnection;

impl From<NoConnection> for StoreError {
    fn from(source: NoConnection) -> Self {
        Self::Unavailable { doing: "getting a connection", source: Cause::from(source) }
    }
}
