//! What can go wrong with the database, sorted by what the caller can do about it.

use diesel::result::{DatabaseErrorKind, Error as QueryError};
use tokio_postgres::error::SqlState;

/// The cause of a [`StoreError`], for the log's chain.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why the database did not do what it was asked. No text or cause holds a password.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no server to talk to: refused, starting up, shutting down, too busy. Trying again later helps.
    #[error("PostgreSQL is not available for {doing}")]
    Unavailable {
        /// What was being done.
        doing: &'static str,
        /// What happened.
        source: Cause,
    },
    /// The server is there and does not let this program in: user, password or database are wrong. Trying again does
    /// not help; another address does.
    #[error("PostgreSQL does not accept the address in use ({address})")]
    Login {
        /// The address, without its password.
        address: String,
        /// What the server said.
        source: Cause,
    },
    /// A row breaks a rule of its table. Trying again does not help; the rest of a batch can go without it.
    #[error("PostgreSQL refused a row while {doing}")]
    Rejected {
        /// What was being done.
        doing: &'static str,
        /// Which rule.
        source: Cause,
    },
    /// The server could not carry a statement out, for a reason that lies in no row: disk full, lock or time limit
    /// reached, a table missing. Nothing was changed; trying again later may help.
    #[error("PostgreSQL failed while {doing}")]
    Failed {
        /// What was being done.
        doing: &'static str,
        /// What the server said.
        source: Cause,
    },
    /// A row in the database is not what this program writes.
    #[error("a row cannot be read while {doing}")]
    Unreadable {
        /// What was being done.
        doing: &'static str,
        /// What does not fit.
        source: Cause,
    },
    /// The database was changed by a newer program, which this one could harm.
    #[error(
        "the database has migration {found}, which this program does not know: run the newer program, or revert the migration with it"
    )]
    Newer {
        /// The newest migration of the database.
        found: String,
    },
}

impl StoreError {
    /// Whether the same call may succeed later without anybody changing anything.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Failed { .. })
    }

    /// Whether there is a server that will soon be ready.
    pub(crate) fn is_starting(&self) -> bool {
        let Self::Unavailable { source, .. } = self else { return false };
        let answer = source.downcast_ref::<tokio_postgres::Error>().and_then(tokio_postgres::Error::code);
        answer == Some(&SqlState::CANNOT_CONNECT_NOW)
    }

    /// Sorts a failed query. Whether an unnamed failure came from a server that was going away is for
    /// [`Connection::judge`](crate::pool::Connection::judge) to find out.
    pub(crate) fn query(doing: &'static str, error: QueryError) -> Self {
        use DatabaseErrorKind as Kind;
        let source = Cause::from(error);
        match source.downcast_ref::<QueryError>() {
            Some(QueryError::DatabaseError(kind, _)) => match kind {
                Kind::UniqueViolation
                | Kind::ForeignKeyViolation
                | Kind::NotNullViolation
                | Kind::CheckViolation
                | Kind::RestrictViolation
                | Kind::ExclusionViolation => Self::Rejected { doing, source },
                Kind::UnableToSendCommand | Kind::ClosedConnection => Self::Unavailable { doing, source },
                _ => Self::Failed { doing, source },
            },
            Some(QueryError::BrokenTransactionManager) => Self::Unavailable { doing, source },
            Some(QueryError::DeserializationError(_)) => Self::Unreadable { doing, source },
            _ => Self::Failed { doing, source },
        }
    }
}
